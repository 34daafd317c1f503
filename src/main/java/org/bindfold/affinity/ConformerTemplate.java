package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * any backbone: every rotamer with chi 1 and chi 2 moved by -20, -10, 0, 10 and 20 degrees (by -15,
 * 0 and 15 in side chains of three and more chi angles, whose rotamers stand closer), which share
 * the rotamer's probability, and for histidine both neutral forms.
 *
 * <p>Conformers that agree in their first chi angles share the atoms up to there, so an atom's
 * energy is worked out once for all of them: {@link #members} names the atoms of each.
 */
final class ConformerTemplate {
  private static final double[] CHI_OFFSETS = {0, -10, 10, -20, 20};

  /** Built when first asked for: a run that scores one mutation pays for two amino acids. */
  private static final Map<AminoAcid, ConformerTemplate> BUILT = new ConcurrentHashMap<>();

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

  /** Distinct atoms, in the frame of C-beta. */
  private final List<Point> positions = new ArrayList<>();

  private final List<AtomType> types = new ArrayList<>();
  private final List<Boolean> charged = new ArrayList<>();
  private final List<List<Double>> chi = new ArrayList<>();
  private final int[] members;
  private final double[] rotamerEnergy;

  private ConformerTemplate(AminoAcid aminoAcid) {
    this.aminoAcid = aminoAcid;
    Frame frame = Frame.of(N, CA, SideChainGeometry.cBeta(aminoAcid, N, CA, C));
    Map<Key, Integer> known = new HashMap<>();
    List<Integer> atoms = new ArrayList<>();
    List<Double> energies = new ArrayList<>();
    for (Rotamer rotamer : RotamerLibrary.of(aminoAcid)) {
      List<double[]> samples = samples(aminoAcid, rotamer);
      List<HistidineForm> forms = HistidineForm.of(aminoAcid);
      for (double[] angles : samples) {
        List<TypedAtom> built = SideChainGeometry.build(aminoAcid, N, CA, C, angles);
        for (HistidineForm form : forms) {
          for (TypedAtom atom : built) {
            atoms.add(index(form.apply(atom), frame, known));
          }
          chi.add(Arrays.stream(angles).boxed().toList());
          double probability = rotamer.probability() / samples.size() / forms.size();
          energies.add(-BindingChange.RT_KCAL_PER_MOL * Math.log(probability));
        }
      }
    }
    members = atoms.stream().mapToInt(Integer::intValue).toArray();
    rotamerEnergy = energies.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static ConformerTemplate of(AminoAcid aminoAcid) {
    return BUILT.computeIfAbsent(aminoAcid, ConformerTemplate::new);
  }

  /** Number of conformers; one for glycine and alanine. */
  int conformers() {
    return rotamerEnergy.length;
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

  /** Whether a distinct atom belongs to a group with a formal charge. */
  boolean charged(int atom) {
    return charged.get(atom);
  }

  /** The atoms of one conformer on a backbone; a histidine's in the form of that conformer. */
  List<TypedAtom> build(Point n, Point ca, Point c, int conformer) {
    List<HistidineForm> forms = HistidineForm.of(aminoAcid);
    HistidineForm form = forms.get(conformer % forms.size());
    double[] angles = chi.get(conformer).stream().mapToDouble(Double::doubleValue).toArray();
    return SideChainGeometry.build(aminoAcid, n, ca, c, angles).stream().map(form::apply).toList();
  }

  /** The distinct atoms on a backbone. */
  AtomBlock place(Point n, Point ca, Point c) {
    Frame frame = Frame.of(n, ca, SideChainGeometry.cBeta(aminoAcid, n, ca, c));
    AtomBlock.Builder builder = new AtomBlock.Builder();
    for (int i = 0; i < positions.size(); i++) {
      Point p = frame.global(positions.get(i));
      builder.add(p.x(), p.y(), p.z(), types.get(i));
    }
    return builder.build();
  }

  private int index(TypedAtom atom, Frame frame, Map<Key, Integer> known) {
    Point local = frame.local(atom.position());
    return known.computeIfAbsent(
        Key.of(atom, local),
        key -> {
          positions.add(local);
          types.add(atom.type());
          charged.add(atom.charge() != 0);
          return positions.size() - 1;
        });
  }

  private static List<double[]> samples(AminoAcid aminoAcid, Rotamer rotamer) {
    double[] centre = rotamer.chi().stream().mapToDouble(Double::doubleValue).toArray();
    if (centre.length == 0 || aminoAcid == AminoAcid.PRO) {
      return List.of(centre);
    }
    List<double[]> samples = new ArrayList<>();
    for (double first : CHI_OFFSETS) {
      for (double second : centre.length > 1 ? CHI_OFFSETS : new double[] {0}) {
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
