package org.bindfold.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindfold.io.ResourceTable;

/** The measurements that ship with the program, from {@code evidence.tsv}. */
public final class EvidenceTable {
  private static final String RESOURCE = "/org/bindfold/evidence/evidence.tsv";

  private final List<Measurement> measurements;

  private EvidenceTable(List<Measurement> measurements) {
    this.measurements = List.copyOf(measurements);
  }

  /** The bundled table. */
  public static EvidenceTable bundled() {
    return new EvidenceTable(
        ResourceTable.read(RESOURCE).rows().stream().map(EvidenceTable::measurement).toList());
  }

  /** The measurements of a change and a drug, in the order of the table. */
  public List<Measurement> of(String gene, String change, String drug) {
    return measurements.stream()
        .filter(m -> m.gene().equals(gene) && m.change().equals(change) && m.drug().equals(drug))
        .toList();
  }

  private static Measurement measurement(Map<String, String> row) {
    String mutant = row.getOrDefault("mutant", "");
    boolean atLeast = mutant.startsWith(">");
    return new Measurement(
        row.getOrDefault("gene", ""),
        row.getOrDefault("change", ""),
        row.getOrDefault("drug", ""),
        row.getOrDefault("quantity", ""),
        Optional.of(row.getOrDefault("wild_type", "")).filter(w -> !w.isEmpty()),
        atLeast ? mutant.substring(1) : mutant,
        atLeast,
        row.getOrDefault("unit", ""),
        row.getOrDefault("conditions", ""),
        row.getOrDefault("source", ""));
  }
}
