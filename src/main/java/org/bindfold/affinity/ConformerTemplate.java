package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.AtomType;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Point;
import org.bindfold.structure.RotamerLibrary;
import org.bindfold.structure.RotamerLibrary.Rotamer;
import org.bindfold.structure.SideChainGeometry;
import org.bindfold.structure.TypedAtom;

/**
 * The conformers of one amino acid's side chain in the frame of its C-beta, ready to be laid onto
 * any backbone: every rotamer with chi 1 and, in the fine form, chi 2 moved by -18, 0 and 18
 * degrees, which share the rotamer's probability, and for histidine both neutral forms.
 *
 * <p>Conformers that agree in their first chi angles share the atoms up to there, so an atom's
 * energy is worked out once for all of them: {@link #members} names the atoms of each.
 */
final class ConformerTemplate {
  private static final double[] CHI_OFFSETS = {0, -18, 18};
  private static final double[] NO_OFFSET = {0};

  /** Built when first asked for: a run that scores one mutation pays for two amino acids. */
  private static final Map<AminoAcid, ConformerTemplate> FINE = new ConcurrentHashMap<>();

  private static final Map<AminoAcid, ConformerTemplate> COARSE = new ConcurrentHashMap<>();

  /** An ideal backbone on which the templates are built; its own geometry drops out. */
  private static final Point N = new Point(1.46, 0, 0);

  private static final Point CA = new Point(0, 0, 0);
  private static final Point C = new Point(-0.55, 1.42, 0);

  /** An atom's identity: atoms of two conformers that agree in all of it are one. */
  private record Key(String name, AtomType type, long x, long y, long z) {
    static Key of(TypedAtom atom, Point local) {
      return new Key(
          atom.name(),
          atom.type(),
          Math.round(local.x() * 1000),
          Math.round(local.y() * 1000),
          Math.round(local.z() * 1000));
    }
  }

  private final AminoAcid aminoAcid;

  /** Distinct atoms by type, in the frame of C-beta: x, y, z of one after another, angstrom. */
  private final double[] positions;

  private final byte[] types;
  private final boolean[] charged;
  private final double[][] chi;
  private final int[] members;
  private final double[] rotamerEnergy;
  private final int[] centresFirst;

  private ConformerTemplate(AminoAcid aminoAcid, double[] secondOffsets) {
    this.aminoAcid = aminoAcid;
    Atoms atoms = new Atoms(Frame.of(N, CA, SideChainGeometry.cBeta(aminoAcid, N, CA, C)));
    List<double[]> angles = new ArrayList<>();
    List<Double> energies = new ArrayList<>();
    List<Integer> centres = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    List<HistidineForm> forms = HistidineForm.of(aminoAcid);
    for (Rotamer rotamer : RotamerLibrary.of(aminoAcid)) {
      List<double[]> samples = samples(aminoAcid, rotamer, secondOffsets);
      for (double[] sample : samples) {
        List<TypedAtom> built = SideChainGeometry.build(aminoAcid, N, CA, C, sample);
        for (HistidineForm form : forms) {
          (sample == samples.get(0) ? centres : others).add(angles.size());
          built.forEach(atom -> atoms.add(form.apply(atom)));
          angles.add(sample);
          double probability = rotamer.probability() / samples.size() / forms.size();
          energies.add(-BindingChange.RT_KCAL_PER_MOL * Math.log(probability));
        }
      }
    }
    int[] byType = atoms.byType();
    int[] placeOf = new int[byType.length];
    positions = new double[3 * byType.length];
    types = new byte[byType.length];
    charged = new boolean[byType.length];
    for (int i = 0; i < types.length; i++) {
      TypedAtom atom = atoms.distinct.get(byType[i]);
      Point local = atoms.positions.get(byType[i]);
      positions[3 * i] = local.x();
      positions[3 * i + 1] = local.y();
      positions[3 * i + 2] = local.z();
      types[i] = (byte) atom.type().ordinal();
      charged[i] = atom.charge() != 0;
      placeOf[byType[i]] = i;
    }
    members = atoms.members.stream().mapToInt(i -> placeOf[i]).toArray();
    chi = angles.toArray(double[][]::new);
    rotamerEnergy = energies.stream().mapToDouble(Double::doubleValue).toArray();
    centres.addAll(others);
    centresFirst = centres.stream().mapToInt(Integer::intValue).toArray();
  }

  /** With chi 1 and chi 2 moved. */
  static ConformerTemplate fine(AminoAcid aminoAcid) {
    return FINE.computeIfAbsent(aminoAcid, a -> new ConformerTemplate(a, CHI_OFFSETS));
  }

  /** With chi 1 moved: a third of the conformers where there are two chi angles or more. */
  static ConformerTemplate coarse(AminoAcid aminoAcid) {
    return COARSE.computeIfAbsent(aminoAcid, a -> new ConformerTemplate(a, NO_OFFSET));
  }

  /** Number of conformers; one for glycine and alanine. */
  int conformers() {
    return rotamerEnergy.length;
  }

  /** Number of distinct atoms. */
  int atoms() {
    return types.length;
  }

  /** Atoms of each conformer. */
  int atomsPerConformer() {
    return members.length / conformers();
  }

  /** Indices of distinct atoms, conformer by conformer. Not to be changed. */
  int[] members() {
    return members;
  }

  /** -RT ln p of each conformer, kcal/mol. Not to be changed. */
  double[] rotamerEnergy() {
    return rotamerEnergy;
  }

  /** All conformers, those at the centre of a rotamer before the others. Not to be changed. */
  int[] centresFirst() {
    return centresFirst;
  }

  /** Whether a distinct atom belongs to a group with a formal charge. */
  boolean charged(int atom) {
    return charged[atom];
  }

  /** The atoms of one conformer on a backbone; a histidine's in the form of that conformer. */
  List<TypedAtom> build(Backbone on, int conformer) {
    List<HistidineForm> forms = HistidineForm.of(aminoAcid);
    HistidineForm form = forms.get(conformer % forms.size());
    return SideChainGeometry.build(aminoAcid, on.n(), on.ca(), on.c(), chi[conformer]).stream()
        .map(form::apply)
        .toList();
  }

  /** The distinct atoms on a backbone. */
  AtomBlock place(Backbone on) {
    Point cBeta = SideChainGeometry.cBeta(aminoAcid, on.n(), on.ca(), on.c());
    Frame frame = Frame.of(on.n(), on.ca(), cBeta);
    float[] x = new float[types.length];
    float[] y = new float[types.length];
    float[] z = new float[types.length];
    for (int i = 0; i < types.length; i++) {
      double a = positions[3 * i];
      double b = positions[3 * i + 1];
      double d = positions[3 * i + 2];
      x[i] = (float) frame.globalX(a, b, d);
      y[i] = (float) frame.globalY(a, b, d);
      z[i] = (float) frame.globalZ(a, b, d);
    }
    return new AtomBlock(x, y, z, types);
  }

  /** Collects the atoms of conformers, each distinct one once. */
  private static final class Atoms {
    private final Frame frame;
    private final Map<Key, Integer> known = new HashMap<>();
    private final List<TypedAtom> distinct = new ArrayList<>();
    private final List<Point> positions = new ArrayList<>();
    private final List<Integer> members = new ArrayList<>();

    Atoms(Frame frame) {
      this.frame = frame;
    }

    void add(TypedAtom atom) {
      Point local = frame.local(atom.position());
      members.add(
          known.computeIfAbsent(
              Key.of(atom, local),
              key -> {
                distinct.add(atom);
                positions.add(local);
                return distinct.size() - 1;
              }));
    }

    /** The distinct atoms, those of one type together: a kernel goes through them fastest. */
    int[] byType() {
      return IntStream.range(0, distinct.size())
          .boxed()
          .sorted(Comparator.comparing(i -> distinct.get(i).type()))
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }

  private static List<double[]> samples(
      AminoAcid aminoAcid, Rotamer rotamer, double[] secondOffsets) {
    double[] centre = rotamer.chi().stream().mapToDouble(Double::doubleValue).toArray();
    if (centre.length == 0 || aminoAcid == AminoAcid.PRO) {
      return List.of(centre);
    }
    List<double[]> samples = new ArrayList<>();
    for (double first : CHI_OFFSETS) {
      for (double second : centre.length > 1 ? secondOffsets : NO_OFFSET) {
        double[] angles = centre.clone();
        angles[0] += first;
        if (angles.length > 1) {
          angles[1] += second;
        }
        samples.add(angles);
      }
    }
    return samples;
  }

  /** Which ring nitrogen carries the hydrogen. */
  private enum HistidineForm {
    NONE(""),
    DELTA("ND1"),
    EPSILON("NE2");

    private final String donor;

    HistidineForm(String donor) {
      this.donor = donor;
    }

    static List<HistidineForm> of(AminoAcid aminoAcid) {
      return aminoAcid == AminoAcid.HIS ? List.of(DELTA, EPSILON) : List.of(NONE);
    }

    TypedAtom apply(TypedAtom atom) {
      if (this == NONE || !atom.element().equals("N")) {
        return atom;
      }
      AtomType type =
          atom.name().equals(donor) ? AtomType.NITROGEN_DONOR : AtomType.NITROGEN_ACCEPTOR;
      return new TypedAtom(
          atom.name(), atom.element(), atom.position(), type, atom.aromatic(), atom.charge());
    }
  }
}
