package org.bindfold.structure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bindfold.energy.AtomType;
import org.bindfold.io.BackgroundTask;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.Remedy;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.StructureFile.RawGroup;

/**
 * Reads a protein-ligand complex: chains of typed residues, the ligand, and what else belongs to
 * the pocket. Only the first model is read; water and crystallisation additives are left out.
 */
public final class ComplexReader {
  /** An atom this near the ligand counts its chain as the ligand's, angstrom. */
  private static final double CONTACT_ANGSTROM = 5.0;

  /** A ligand further than this from every protein atom is not bound, angstrom. */
  private static final double BOUND_ANGSTROM = 6.0;

  private static final Set<String> WATER = Set.of("HOH", "WAT", "DOD", "H2O", "TIP", "SOL");

  /** Names of buffer, salt and cryoprotectant molecules that crystals bring with them. */
  private static final Set<String> ADDITIVES =
      Set.of(
          "SO4", "PO4", "GOL", "EDO", "PEG", "PGE", "PG4", "1PE", "2PE", "P6G", "ACT", "ACY", "DMS",
          "MPD", "FMT", "TRS", "EPE", "MES", "CIT", "BME", "IMD", "NO3", "NH4", "CL", "BR", "IOD");

  private static final Set<String> METALS =
      Set.of("Mg", "Mn", "Zn", "Ca", "Fe", "Co", "Ni", "Cu", "Na", "K", "Cd");

  /** Terminal caps: part of the chain, without an amino acid. */
  private static final Set<String> CAPS = Set.of("ACE", "NME", "NMA", "NH2", "FOR");

  private ComplexReader() {}

  /**
   * What to read.
   *
   * @param structure PDB or mmCIF, plain or gzipped
   * @param chain author id of the chain to score; by default the one with most atoms within 5
   *     angstrom of the ligand
   * @param ligandCode residue name of the ligand in the structure; by default the only candidate
   * @param ligandFile a ligand in a file of its own, in the structure's frame; goes before {@code
   *     ligandCode}
   */
  public record Source(
      String structure,
      Optional<String> chain,
      Optional<String> ligandCode,
      Optional<String> ligandFile) {}

  /**
   * Starts what the first reading needs on another thread, and does not wait for it: for a program
   * that has other things to do before it reads a complex. Nothing depends on it.
   */
  public static void warmUp() {
    StructureFile.warmUp();
  }

  /**
   * Reads a complex from files.
   *
   * @throws InputException when a file cannot be used, the ligand is not there (the ligands that
   *     are, are listed), or it is not bound
   */
  public static Complex read(Source source) {
    Supplier<StructureFile> structure = () -> structure(source.structure());
    if (source.ligandFile().filter(f -> !f.equals(InputFile.STANDARD_INPUT)).isPresent()) {
      // The two libraries take as long to start as to read, and know nothing of each other.
      try (BackgroundTask<StructureFile> ahead = BackgroundTask.of("structure", structure)) {
        return read(source, ahead::get);
      }
    }
    return read(source, structure);
  }

  private static Complex read(Source source, Supplier<StructureFile> structure) {
    Optional<Ligand> ligand = source.ligandFile().map(LigandReader::read);
    return read(source.structure(), structure.get(), source.chain(), source.ligandCode(), ligand);
  }

  private static StructureFile structure(String file) {
    try (InputFile input = InputFile.openUnhashed(file, StructureFile.MAX_BYTES)) {
      return StructureFile.read(input);
    }
  }

  /**
   * Makes a complex of what was read.
   *
   * @param file for messages
   */
  static Complex read(
      String file,
      StructureFile structure,
      Optional<String> chain,
      Optional<String> ligandCode,
      Optional<Ligand> fileLigand) {
    Map<String, List<Residue>> residues = new LinkedHashMap<>();
    Map<Residue, RawGroup> origin = new IdentityHashMap<>();
    List<RawGroup> others = new ArrayList<>();
    List<String> notes = new ArrayList<>(structure.notes());
    for (RawGroup group : structure.groups()) {
      boolean asked = ligandCode.filter(c -> c.equals(group.name())).isPresent();
      if (WATER.contains(group.name()) || group.atoms().isEmpty()) {
        continue;
      }
      if (!asked && isProtein(group)) {
        Residue residue = residue(group, notes);
        origin.put(residue, group);
        residues.computeIfAbsent(group.id().chain(), k -> new ArrayList<>()).add(residue);
      } else {
        others.add(group);
      }
    }
    residues.values().removeIf(c -> c.stream().noneMatch(r -> r.aminoAcid().isPresent()));
    if (residues.isEmpty()) {
      throw InputException.file(
          file, "holds no protein residues; expected a protein with a ligand.");
    }
    chain.ifPresent(id -> requireChain(file, id, residues.keySet()));
    List<RawGroup> copies =
        fileLigand.isPresent() ? List.of() : ligandCopies(file, ligandCode, others);
    Placement placement =
        fileLigand.isPresent()
            ? place(file, chain, List.of(positions(fileLigand.get())), residues)
            : place(
                file,
                chain,
                copies.stream()
                    .map(g -> g.atoms().stream().map(RawAtom::position).toList())
                    .toList(),
                residues);
    Optional<RawGroup> chosen =
        copies.isEmpty() ? Optional.empty() : Optional.of(copies.get(placement.copy));
    Ligand ligand = fileLigand.orElseGet(() -> typed(chosen.orElseThrow(), file));
    List<Ligand> cofactors = new ArrayList<>();
    List<TypedAtom> metals = new ArrayList<>();
    for (RawGroup group : others) {
      if (chosen.filter(c -> c == group).isPresent() || ADDITIVES.contains(group.name())) {
        continue;
      }
      if (group.atoms().size() == 1 && METALS.contains(group.atoms().get(0).element())) {
        RawAtom ion = group.atoms().get(0);
        metals.add(
            new TypedAtom(ion.name(), ion.element(), ion.position(), AtomType.METAL, false, 1));
      } else if (!overlaps(group, ligand)) {
        addCofactor(group, file, cofactors, notes);
      }
    }
    List<Complex.Chain> chains = new ArrayList<>();
    residues.forEach(
        (id, list) ->
            chains.add(
                chain(
                    id, withHistidines(list, residues, ligand, origin), list, origin, structure)));
    return new Complex(
        file, chains, placement.chain, ligand, cofactors, metals, structure.organism(), notes);
  }

  private static boolean isProtein(RawGroup group) {
    return CAPS.contains(group.name()) || ProteinAtoms.aminoAcid(group.name()).isPresent();
  }

  private static Residue residue(RawGroup group, List<String> notes) {
    Optional<AminoAcid> aminoAcid = ProteinAtoms.aminoAcid(group.name());
    List<TypedAtom> atoms = new ArrayList<>();
    for (RawAtom raw : group.atoms()) {
      aminoAcid
          .flatMap(a -> ProteinAtoms.atom(a, raw.name(), raw.element(), raw.position()))
          .or(() -> ProteinAtoms.byElement(raw, group.atoms()))
          .ifPresentOrElse(
              atoms::add,
              () ->
                  notes.add(
                      "atom "
                          + raw.name()
                          + " of "
                          + group.name()
                          + " "
                          + group.id()
                          + " is left out: no parameters for element "
                          + raw.element()));
    }
    return new Residue(
        group.id(), group.name(), aminoAcid, ProteinAtoms.isModified(group.name()), atoms);
  }

  private static void requireChain(String file, String chain, Set<String> chains) {
    if (!chains.contains(chain)) {
      throw InputException.file(
          file, "has no protein chain '" + chain + "'; it has " + String.join(", ", chains) + ".");
    }
  }

  private static List<RawGroup> ligandCopies(
      String file, Optional<String> code, List<RawGroup> others) {
    Map<String, List<RawGroup>> candidates = new TreeMap<>();
    for (RawGroup group : others) {
      if (!ADDITIVES.contains(group.name()) && group.atoms().size() > 1) {
        candidates.computeIfAbsent(group.name(), k -> new ArrayList<>()).add(group);
      }
    }
    String listed =
        candidates.isEmpty()
            ? "it has none"
            : "it has "
                + String.join(
                    ", ",
                    candidates.entrySet().stream()
                        .map(
                            e ->
                                e.getKey()
                                    + (e.getValue().size() > 1
                                        ? " (" + e.getValue().size() + " copies)"
                                        : ""))
                        .toList());
    if (code.isPresent()) {
      List<RawGroup> copies = others.stream().filter(g -> g.name().equals(code.get())).toList();
      if (copies.isEmpty()) {
        throw InputException.file(
                file,
                "has no ligand '"
                    + code.get()
                    + "'; "
                    + listed
                    + (candidates.isEmpty() ? ", so give it in a file of its own." : "."))
            .mendedBy(candidates.isEmpty() ? Remedy.LIGAND_FILE : Remedy.LIGAND);
      }
      return copies;
    }
    if (candidates.size() != 1) {
      throw InputException.file(
              file,
              "needs to be told which ligand is meant, by its residue name or by a file of its own; "
                  + listed
                  + ".")
          .mendedBy(Remedy.LIGAND, Remedy.LIGAND_FILE);
    }
    return candidates.values().iterator().next();
  }

  /**
   * Which copy of the ligand, and which chain.
   *
   * @param chain author id
   * @param copy index of the copy
   */
  private record Placement(String chain, int copy) {}

  private static Placement place(
      String file,
      Optional<String> chain,
      List<List<Point>> copies,
      Map<String, List<Residue>> residues) {
    double nearest = Double.POSITIVE_INFINITY;
    int most = -1;
    double mostNearest = Double.POSITIVE_INFINITY;
    Placement best = new Placement("", 0);
    for (Map.Entry<String, List<Residue>> entry : residues.entrySet()) {
      for (int copy = 0; copy < copies.size(); copy++) {
        int within = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (Residue residue : entry.getValue()) {
          for (TypedAtom atom : residue.atoms()) {
            double d = nearest(atom.position(), copies.get(copy));
            distance = Math.min(distance, d);
            within += d <= CONTACT_ANGSTROM ? 1 : 0;
          }
        }
        nearest = Math.min(nearest, distance);
        boolean allowed = chain.isEmpty() || chain.get().equals(entry.getKey());
        if (allowed && (within > most || (within == most && distance < mostNearest))) {
          most = within;
          mostNearest = distance;
          best = new Placement(entry.getKey(), copy);
        }
      }
    }
    double bound = chain.isPresent() ? mostNearest : nearest;
    if (bound > BOUND_ANGSTROM) {
      throw InputException.file(
          file,
          String.format(
              Locale.ROOT,
              "the ligand is %.1f angstrom from the nearest atom of %s; expected 6 or less. Are both in"
                  + " the same frame, and is the ligand the right one?",
              bound,
              chain.map(c -> "chain " + c).orElse("the protein")));
    }
    return best;
  }

  private static double nearest(Point from, List<Point> to) {
    double squared = Double.POSITIVE_INFINITY;
    for (Point p : to) {
      squared = Math.min(squared, from.squaredDistance(p));
    }
    return Math.sqrt(squared);
  }

  private static List<Point> positions(Ligand ligand) {
    return ligand.atoms().stream().map(TypedAtom::position).toList();
  }

  private static Ligand typed(RawGroup group, String file) {
    return LigandReader.fromCoordinates(
        group.name(), group.atoms(), LigandTemplates.smiles(group.name()), file);
  }

  /** A cofactor must not stop the reading: one that has no parameters is left out, and said so. */
  private static void addCofactor(
      RawGroup group, String file, List<Ligand> cofactors, List<String> notes) {
    try {
      cofactors.add(typed(group, file));
    } catch (InputException e) {
      notes.add(group.name() + " " + group.id() + " is left out: " + e.getMessage());
    }
  }

  /** A ligand given in its own file may also stand in the structure; it must not meet itself. */
  private static boolean overlaps(RawGroup group, Ligand ligand) {
    return group.atoms().stream().anyMatch(a -> nearest(a.position(), positions(ligand)) < 0.8);
  }

  private static List<Residue> withHistidines(
      List<Residue> chain,
      Map<String, List<Residue>> all,
      Ligand ligand,
      Map<Residue, RawGroup> origin) {
    return chain.stream()
        .map(
            residue -> {
              if (residue.aminoAcid().filter(a -> a == AminoAcid.HIS).isEmpty()) {
                return residue;
              }
              List<TypedAtom> around = new ArrayList<>(ligand.atoms());
              all.values().stream()
                  .flatMap(List::stream)
                  .filter(other -> other != residue)
                  .forEach(other -> around.addAll(other.atoms()));
              return ProteinAtoms.withHistidineState(
                  residue, around, origin.get(residue).hydrogens());
            })
        .toList();
  }

  private static Complex.Chain chain(
      String id,
      List<Residue> residues,
      List<Residue> asRead,
      Map<Residue, RawGroup> origin,
      StructureFile structure) {
    List<Integer> index = new ArrayList<>();
    for (Residue residue : asRead) {
      Integer known = structure.sequenceIndex().get(origin.get(residue));
      if (known == null && residue.aminoAcid().isPresent()) {
        return observedChain(id, residues);
      }
      index.add(known == null ? -1 : known);
    }
    StringBuilder letters = new StringBuilder();
    for (String name : structure.sequences().get(id)) {
      letters.append(ProteinAtoms.aminoAcid(name).map(AminoAcid::letter).orElse('X'));
    }
    return new Complex.Chain(id, residues, letters.toString(), index);
  }

  /** Without SEQRES: observed residues, and an X for each number that the author left out. */
  private static Complex.Chain observedChain(String id, List<Residue> residues) {
    StringBuilder letters = new StringBuilder();
    List<Integer> index = new ArrayList<>();
    Optional<Residue> previous = Optional.empty();
    for (Residue residue : residues) {
      int missing = previous.map(p -> residue.id().number() - p.id().number() - 1).orElse(0);
      // A larger jump is another numbering (a fusion partner), not a loop that cannot be seen.
      if (missing > 0 && missing <= 400) {
        letters.append("X".repeat(missing));
      }
      index.add(letters.length());
      letters.append(residue.aminoAcid().map(AminoAcid::letter).orElse('X'));
      previous = Optional.of(residue);
    }
    return new Complex.Chain(id, residues, letters.toString(), index);
  }
}
