package org.bindfold.pharmacology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinSequence;

/**
 * Finds where the drugs of a file contradict one another, the drugs known before it, or the bundled
 * proteins: a name that means two drugs, a target with two accessions.
 *
 * <p>A drug of the file that has the name of a known one takes its place, so the synonyms of the
 * replaced drug are free. Its accession still counts: a gene has one protein.
 */
final class CatalogConflicts {
  /** A gene's accession, and who says so. */
  private record Accession(String text, String reason) {}

  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Accession> accessions = new HashMap<>();

  private CatalogConflicts(List<Drug> known, List<Drug> added) {
    for (ProteinSequence protein : BundledSequences.all()) {
      accessions.put(
          protein.gene(),
          new Accession(protein.accession(), "the bundled protein of " + protein.gene()));
    }
    Set<String> replaced = new HashSet<>();
    added.forEach(d -> replaced.add(d.name()));
    for (Drug drug : known) {
      take(drug);
      if (!replaced.contains(drug.name())) {
        owners.put(drug.name(), drug.name());
        drug.synonyms().forEach(s -> owners.put(s, drug.name()));
      }
    }
  }

  /**
   * A conflict.
   *
   * @param pointer the place in the file, a JSON pointer
   * @param what what was found, and what was expected
   */
  record Conflict(String pointer, String what) {}

  /**
   * The first conflict, in the order of the file; empty when there is none.
   *
   * @param known the drugs known before the file
   * @param added the drugs of the file, in its order
   */
  static Optional<Conflict> first(List<Drug> known, List<Drug> added) {
    CatalogConflicts conflicts = new CatalogConflicts(known, added);
    for (int i = 0; i < added.size(); i++) {
      Optional<Conflict> found = conflicts.add("/drugs/" + i, added.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Conflict> add(String at, Drug drug) {
    Optional<Conflict> found = name(at + "/name", drug.name(), drug.name());
    for (int i = 0; found.isEmpty() && i < drug.synonyms().size(); i++) {
      found = name(at + "/synonyms/" + i, drug.synonyms().get(i), drug.name());
    }
    return found.or(() -> accession(at + "/accession", drug));
  }

  private Optional<Conflict> name(String at, String name, String drug) {
    String owner = owners.putIfAbsent(name, drug);
    if (owner == null) {
      return Optional.empty();
    }
    String meaning =
        name.equals(owner) ? "the name of a drug" : "a name or synonym of the drug " + owner;
    return Optional.of(
        new Conflict(
            at,
            "uses the name \""
                + name
                + "\" a second time, which is already "
                + meaning
                + "; expected one of its own (a drug is replaced by its name, not a synonym)"));
  }

  private Optional<Conflict> accession(String at, Drug drug) {
    Accession known = accessions.get(drug.target());
    if (known == null || known.text.equals(drug.accession())) {
      take(drug);
      return Optional.empty();
    }
    return Optional.of(
        new Conflict(
            at, "is \"" + drug.accession() + "\"; expected " + known.text + ", " + known.reason));
  }

  private void take(Drug drug) {
    accessions.putIfAbsent(
        drug.target(),
        new Accession(
            drug.accession(), "which the drug " + drug.name() + " has for " + drug.target()));
  }
}
