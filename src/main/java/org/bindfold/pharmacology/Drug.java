package org.bindfold.pharmacology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A drug and what its effect depends on.
 *
 * @param name catalogued name, lower case
 * @param synonyms other names, lower case
 * @param smiles the molecule, where the catalog gives it; no number follows from it. Of a bundled
 *     drug that is the ligand of a known structure it is empty, since {@code structure/ligands.tsv}
 *     has it
 * @param target HGNC symbol of the target
 * @param accession UniProt accession of the target
 * @param mode what the drug does to its target
 * @param targetLost what it means for the drug when a cell has lost the target
 * @param competitor what the cell has in the same place: {@code ATP}, {@code dihydrofolate}
 * @param tightBinding whether the target binds about as much drug as there is
 * @param dissociationConstant of the wild-type target, nM
 * @param competition factor by which the competitor raises it: 1 + [S]/Km (Cheng and Prusoff 1973,
 *     doi:10.1016/0006-2952(73)90196-2)
 * @param targetConcentration in a cell with the normal level of the gene, nM
 * @param plasma what a patient's blood reaches; empty when it is not known
 * @param cells what was measured on cells with the wild-type target; empty when nothing was
 * @param brainUnboundRatio unbound drug in the brain over unbound drug in plasma
 * @param transport genes that carry the drug in or out, hold it or remove it
 */
public record Drug(
    String name,
    List<String> synonyms,
    Optional<String> smiles,
    String target,
    String accession,
    Mode mode,
    TargetLost targetLost,
    String competitor,
    boolean tightBinding,
    SourcedValue dissociationConstant,
    SourcedValue competition,
    SourcedValue targetConcentration,
    Optional<Plasma> plasma,
    Optional<Cells> cells,
    Optional<SourcedValue> brainUnboundRatio,
    List<Transport> transport) {

  public Drug {
    synonyms = List.copyOf(synonyms);
    transport = List.copyOf(transport);
  }

  /** What a drug does to its target. */
  public enum Mode {
    /** The target is an enzyme that the drug stops. */
    ENZYME_INHIBITED("enzyme inhibited"),
    /** The target is a receptor that the drug blocks. */
    RECEPTOR_ANTAGONISED("receptor antagonised"),
    /** Anything else. */
    OTHER("other");

    private final String label;

    Mode(String label) {
      this.label = label;
    }

    /** The words in the catalog. */
    public String label() {
      return label;
    }
  }

  /**
   * What losing the target does.
   *
   * @param resistant true when the drug needs its target; false when losing it is what the drug
   *     wanted
   * @param source as of {@link SourcedValue}
   */
  public record TargetLost(boolean resistant, String source) {}

  /**
   * Drug in plasma at the usual dose.
   *
   * @param cmax total, nM
   * @param ctrough before the next dose, total, nM; empty when it is not known or falls to nothing
   *     between doses
   * @param unbound share that no protein binds, over 0 to 1
   */
  public record Plasma(SourcedValue cmax, Optional<SourcedValue> ctrough, SourcedValue unbound) {}

  /**
   * A dose-response of cells that live on the wild-type target, in a medium with serum.
   *
   * @param ic50 total concentration for half of the effect, nM
   * @param serum protein of the medium over that of plasma, 0 to 1
   */
  public record Cells(SourcedValue ic50, SourcedValue serum) {
    /**
     * Unbound concentration for half of the effect, nM. With one kind of site on proteins that is
     * far from full, bound over unbound is in proportion to the protein: (1 - f) / f in plasma, and
     * the medium's share of that here.
     *
     * @param unboundInPlasma the share f that no protein of plasma binds, over 0 to 1
     */
    double unboundIc50(double unboundInPlasma) {
      double boundOverUnbound = serum.value() * (1 - unboundInPlasma) / unboundInPlasma;
      return ic50.value() / (1 + boundOverUnbound);
    }
  }

  /** What a gene does to the drug in a cell. */
  public enum Role {
    /** Carries it out. */
    EXPORTER("exporter"),
    /** Carries it in. */
    IMPORTER("importer"),
    /** Turns it into a form that stays. */
    TRAPPING("trapping"),
    /** Undoes the trapping. */
    RELEASE("release"),
    /** Breaks it down. */
    REMOVAL("removal");

    private final String label;

    Role(String label) {
      this.label = label;
    }

    /** The word in the catalog. */
    public String label() {
      return label;
    }
  }

  /**
   * A gene that acts on the drug.
   *
   * @param gene HGNC symbol
   * @param role what it does
   * @param rate over the passive leak, at the gene's normal level; trapping: held over free
   */
  public record Transport(String gene, Role role, SourcedValue rate) {}

  /**
   * Unbound drug outside a wild-type cell, in reach of plasma, at half of its effect, nM: as
   * measured on cells where it was, since constants of the isolated target leave out what a cell
   * does to the drug; else what those constants give.
   */
  public double wildTypeIc50() {
    if (cells.isPresent() && plasma.isPresent()) {
      return cells.get().unboundIc50(plasma.get().unbound().value());
    }
    return CellState.wildType(this).ic50();
  }

  /** The pumps that have the drug as their substrate. */
  public List<Transport> pumps() {
    return with(Role.EXPORTER);
  }

  /** The genes of a role. */
  public List<Transport> with(Role role) {
    return transport.stream().filter(t -> t.role() == role).toList();
  }

  /** Whether the effect depends on a gene. */
  public boolean dependsOn(String gene) {
    return target.equals(gene) || transport.stream().anyMatch(t -> t.gene().equals(gene));
  }

  /** Every number of the entry, for those who want to know where they are from. */
  public Stream<SourcedValue> values() {
    return Stream.of(
            Stream.of(dissociationConstant, competition, targetConcentration),
            plasma.stream()
                .flatMap(
                    p -> Stream.concat(Stream.of(p.cmax(), p.unbound()), p.ctrough().stream())),
            cells.stream().flatMap(c -> Stream.of(c.ic50(), c.serum())),
            brainUnboundRatio.stream(),
            transport.stream().map(Transport::rate))
        .flatMap(s -> s);
  }
}
