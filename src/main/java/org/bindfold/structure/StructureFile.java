package org.bindfold.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bindfold.io.BackgroundTask;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.biojava.nbio.structure.Atom;
import org.biojava.nbio.structure.Chain;
import org.biojava.nbio.structure.Element;
import org.biojava.nbio.structure.EntityInfo;
import org.biojava.nbio.structure.Group;
import org.biojava.nbio.structure.ResidueNumber;
import org.biojava.nbio.structure.Structure;
import org.biojava.nbio.structure.io.FileParsingParameters;
import org.biojava.nbio.structure.io.PDBFileParser;
import org.biojava.nbio.structure.io.cif.CifStructureConverter;
import org.rcsb.cif.CifIO;
import org.rcsb.cif.model.CifFile;

/**
 * A PDB or mmCIF file as residues of heavy atoms, one conformer each, before any chemistry.
 *
 * @param groups every residue, ligand, ion and water of the first model, in file order; atoms of
 *     one residue that stand apart in the file are together
 * @param sequences SEQRES by author chain id, one residue name each; absent where the file has none
 * @param sequenceIndex index of a group in its chain's SEQRES, 0-based
 * @param organism scientific name of the source, upper case
 * @param notes what the reading had to decide
 */
record StructureFile(
    List<RawGroup> groups,
    Map<String, List<String>> sequences,
    Map<RawGroup, Integer> sequenceIndex,
    Optional<String> organism,
    List<String> notes) {

  /** The most that is read of a structure file, unzipped. */
  static final long MAX_BYTES = 256L << 20;

  /**
   * A residue, ligand, ion or water.
   *
   * @param id author numbering
   * @param name residue name
   * @param atoms heavy atoms
   * @param hydrogens names of its hydrogens
   */
  record RawGroup(ResidueId id, String name, List<RawAtom> atoms, List<String> hydrogens) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /**
   * Reads a file.
   *
   * @throws InputException when it is neither format, is cut short, or holds no atoms
   */
  static StructureFile read(InputFile input) {
    warmUp();
    String file = input.name();
    byte[] bytes = input.readAllBytes();
    // Structure files are ASCII, but old remarks hold stray bytes that are no reason to refuse
    // them.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean cif = text.lines().limit(200).anyMatch(l -> l.startsWith("data_"));
    if (!cif) {
      StructureText.checkPdb(file, text);
    }
    stopWhenInterrupted(file);
    // Without a sequence of its own a chain would be given its observed residues, in file order.
    boolean stated = text.lines().anyMatch(l -> l.startsWith(cif ? "_entity_poly_seq." : "SEQRES"));
    Structure structure = parse(file, bytes, cif);
    stopWhenInterrupted(file);
    return from(file, structure, stated);
  }

  /** Between two steps, so that a reading that nobody waits for any more does not go on. */
  private static void stopWhenInterrupted(String file) {
    if (Thread.currentThread().isInterrupted()) {
      throw InputException.file(file, "was not read to its end: the reading was interrupted.");
    }
  }

  /** The parser's first start: its date formats alone take as long as the lines to check. */
  private static final class Parser {
    static final BackgroundTask<Boolean> READY =
        BackgroundTask.of(
            "pdb",
            () -> {
              OfflineComponents.install();
              return new PDBFileParser().getFileParsingParameters() != null;
            });

    static void touch() {
      // Running the static block once is all there is to do.
    }
  }

  /** Starts what the first reading needs on a thread of its own, and does not wait for it. */
  static void warmUp() {
    Parser.touch();
  }

  private static Structure parse(String file, byte[] bytes, boolean cif) {
    Parser.READY.get();
    FileParsingParameters parameters = new FileParsingParameters();
    parameters.setAlignSeqRes(true);
    parameters.setParseSecStruc(false);
    parameters.setCreateAtomBonds(false);
    parameters.setParseBioAssembly(false);
    try {
      ByteArrayInputStream in = new ByteArrayInputStream(bytes);
      if (cif) {
        CifFile content = CifIO.readFromInputStream(in);
        StructureText.checkMmCif(file, content);
        return CifStructureConverter.fromCifFile(content, parameters);
      }
      PDBFileParser parser = new PDBFileParser();
      parser.setFileParsingParameters(parameters);
      return parser.parsePDBFile(in);
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw InputException.file(
          file,
          "cannot be read as "
              + (cif ? "mmCIF" : "PDB")
              + " ("
              + Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName())
              + "); is it complete?",
          e);
    }
  }

  private static StructureFile from(String file, Structure structure, boolean sequenceStated) {
    if (structure.nrModels() == 0 || structure.getChains().isEmpty()) {
      throw InputException.file(file, "holds no atoms; expected a PDB or mmCIF structure.");
    }
    List<String> notes = new ArrayList<>();
    if (structure.nrModels() > 1) {
      notes.add("model 1 of " + structure.nrModels() + " is used");
    }
    Merger merger = new Merger(notes);
    Map<String, List<String>> sequences = new TreeMap<>();
    Map<Group, Integer> seqResIndex = new IdentityHashMap<>();
    for (Chain chain : structure.getModel(0)) {
      List<Group> seqRes = chain.getSeqResGroups();
      if (sequenceStated && !seqRes.isEmpty() && !sequences.containsKey(chain.getName())) {
        sequences.put(chain.getName(), seqRes.stream().map(Group::getPDBName).toList());
        for (int i = 0; i < seqRes.size(); i++) {
          seqResIndex.put(seqRes.get(i), i);
        }
      }
      for (Group group : chain.getAtomGroups()) {
        merger.add(chain.getName(), group, Optional.ofNullable(seqResIndex.get(group)));
      }
    }
    merger.finish();
    return new StructureFile(
        merger.groups, sequences, merger.sequenceIndex, organism(structure), List.copyOf(notes));
  }

  private static Optional<String> organism(Structure structure) {
    return structure.getEntityInfos().stream()
        .map(EntityInfo::getOrganismScientific)
        .filter(o -> o != null && !o.isBlank() && !o.equals("?"))
        .map(o -> o.strip().toUpperCase(Locale.ROOT))
        .findFirst();
  }

  /** Where programs put atoms that have no place. */
  private static final Point ORIGIN = new Point(0, 0, 0);

  private static final int LISTED_ATOMS = 5;

  /** Brings the atoms of a residue together and settles on one conformer of each. */
  private static final class Merger {
    private final Map<String, List<Group>> parts = new LinkedHashMap<>();
    private final Map<String, ResidueId> ids = new LinkedHashMap<>();
    private final Map<String, Integer> indices = new TreeMap<>();
    private final Map<RawGroup, Integer> serials = new IdentityHashMap<>();
    private final List<RawGroup> groups = new ArrayList<>();
    private final Map<RawGroup, Integer> sequenceIndex = new IdentityHashMap<>();
    private final List<String> notes;
    private final Set<Point> taken = new HashSet<>();
    private final Set<String> unplaced = new LinkedHashSet<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private final Set<String> unseen = new LinkedHashSet<>();

    Merger(List<String> notes) {
      this.notes = notes;
    }

    void add(String chain, Group group, Optional<Integer> index) {
      ResidueNumber number = group.getResidueNumber();
      ResidueId id =
          new ResidueId(
              chain,
              number.getSeqNum(),
              Optional.ofNullable(number.getInsCode()).filter(c -> c != ' '));
      String key = id + " " + group.getPDBName();
      List<Group> together = parts.computeIfAbsent(key, k -> new ArrayList<>());
      together.add(group);
      ids.put(key, id);
      index.ifPresent(i -> indices.put(key, i));
    }

    void finish() {
      List<String> alternates = new ArrayList<>();
      for (Map.Entry<String, List<Group>> entry : parts.entrySet()) {
        ResidueId id = ids.get(entry.getKey());
        List<RawAtom> atoms = new ArrayList<>();
        List<String> hydrogens = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Group group : entry.getValue()) {
          Group conformer = mostOccupied(group);
          if (conformer != group || group.hasAltLoc()) {
            alternates.add(id.toString());
          }
          // Atoms that only the main conformer lists (shared ones) complete the chosen one.
          addAtoms(id, conformer, names, atoms, hydrogens);
          addAtoms(id, group, names, atoms, hydrogens);
        }
        String name = entry.getValue().get(0).getPDBName().strip();
        RawGroup merged = new RawGroup(id, name, atoms, hydrogens);
        groups.add(merged);
        serials.put(merged, middleSerial(entry.getValue()));
        Optional.ofNullable(indices.get(entry.getKey()))
            .ifPresent(i -> sequenceIndex.put(merged, i));
      }
      if (serials.values().stream().distinct().count() == groups.size()) {
        // A stray atom of a residue, written before all others, does not move the residue there: it
        // stands where most of its atoms stand.
        groups.sort(Comparator.comparingInt(serials::get));
      }
      if (!alternates.isEmpty()) {
        notes.add(
            "alternate locations at "
                + String.join(", ", alternates)
                + ": the most occupied is used, the first of equals");
      }
      note(unplaced, "at the origin (0, 0, 0), which is no place, are left out");
      note(doubled, "in the very place of an atom before them are left out");
      note(unseen, "with occupancy zero are used where they are modelled");
    }

    private void note(Set<String> atoms, String what) {
      if (!atoms.isEmpty()) {
        notes.add(
            "atoms "
                + atoms.stream().limit(LISTED_ATOMS).collect(Collectors.joining(", "))
                + (atoms.size() > LISTED_ATOMS
                    ? " and " + (atoms.size() - LISTED_ATOMS) + " more "
                    : " ")
                + what);
      }
    }

    private static int middleSerial(List<Group> parts) {
      int[] sorted =
          parts.stream()
              .flatMap(g -> g.getAtoms().stream())
              .mapToInt(Atom::getPDBserial)
              .sorted()
              .toArray();
      return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private void addAtoms(
        ResidueId id, Group group, Set<String> names, List<RawAtom> atoms, List<String> hydrogens) {
      for (Atom atom : group.getAtoms()) {
        if (!names.add(atom.getName())) {
          continue;
        }
        if (atom.getElement().isHydrogen()) {
          hydrogens.add(atom.getName());
          continue;
        }
        // Positive zero, so that -0.000 is the same place.
        Point place = new Point(atom.getX() + 0.0, atom.getY() + 0.0, atom.getZ() + 0.0);
        if (place.equals(ORIGIN)) {
          unplaced.add(label(id, atom));
        } else if (!taken.add(place)) {
          doubled.add(label(id, atom));
        } else {
          if (atom.getOccupancy() == 0) {
            unseen.add(label(id, atom));
          }
          atoms.add(new RawAtom(atom.getName(), symbol(atom.getElement()), place));
        }
      }
    }

    private static String label(ResidueId id, Atom atom) {
      return id + ":" + atom.getName();
    }

    private static String symbol(Element element) {
      String name = element.toString();
      return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Group mostOccupied(Group group) {
      Group best = group;
      double most = alternateOccupancy(group);
      for (Group other : group.getAltLocs()) {
        double occupancy = alternateOccupancy(other);
        if (occupancy > most + 1e-6) {
          most = occupancy;
          best = other;
        }
      }
      return best;
    }

    private static double alternateOccupancy(Group group) {
      return group.getAtoms().stream()
          .filter(a -> a.getAltLoc() != null && a.getAltLoc() != ' ')
          .mapToDouble(Atom::getOccupancy)
          .average()
          .orElse(0);
    }
  }
}
