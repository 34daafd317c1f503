package org.bindfold.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bindfold.SharedData;
import org.bindfold.io.ResourceTable;
import org.bindfold.pharmacology.DrugCatalog;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.ProteinChangeParser;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.sequence.Substitution;
import org.junit.jupiter.api.Test;

/** The evidence is what its sources say, in UniProt numbers. */
class EvidenceTableTest {
  private static final EvidenceTable TABLE = EvidenceTable.bundled();

  @Test
  void everyChangeFitsTheProteinAndEveryDrugIsCatalogued() {
    Map<String, ProteinSequence> proteins =
        Map.of(
            "ABL1", BundledSequences.of("P00519").orElseThrow(),
            "DHFR", BundledSequences.of("P00374").orElseThrow());
    List<String> drugs = DrugCatalog.bundled().all().stream().map(d -> d.name()).toList();
    assertThat(all()).isNotEmpty();
    for (Measurement m : all()) {
      String protein = proteins.get(m.gene()).residues();
      for (Substitution s : ProteinChangeParser.parse(m.change()).substitutions()) {
        assertThat(protein.charAt(s.position() - 1))
            .as(m.change())
            .isEqualTo(s.wildType().letter());
      }
      assertThat(drugs).contains(m.drug());
      assertThat(m.source()).matches("doi:10\\.\\S+|PMID:\\d+");
      assertThat(m.ddg()).isBetween(-10.0, 10.0);
    }
  }

  @Test
  void dissociationConstantsAreThoseOfTheTable() throws Exception {
    Map<String, String> published = new HashMap<>();
    for (Map<String, String> row : rows("tables/abl1_kd_davis2011.tsv")) {
      published.put(
          row.get("drug") + row.get("protein_change") + row.get("phosphorylated"),
          row.get("kd_nM"));
    }
    List<Measurement> ours =
        all().stream().filter(m -> m.source().equals("doi:10.1038/nbt.1990")).toList();
    assertThat(ours).hasSize(6 * 13);
    for (Measurement m : ours) {
      String state = m.conditions().startsWith("not") ? "no" : "yes";
      assertThat(m.mutant()).isEqualTo(published.get(m.drug() + m.change() + state));
      assertThat(m.wildType()).contains(published.get(m.drug() + "WT" + state));
      assertThat(m.atLeast()).isEqualTo(m.mutant().equals("10000"));
    }
  }

  @Test
  void bindingChangesAreThoseOfTheTable() throws Exception {
    List<Map<String, String>> rows = rows("tables/abl1_tki_ddg.tsv");
    for (Map<String, String> row : rows) {
      assertThat(TABLE.of("ABL1", row.get("mutation"), row.get("drug")))
          .filteredOn(m -> m.quantity().equals("ddG"))
          .singleElement()
          .satisfies(m -> assertThat(m.mutant()).isEqualTo(row.get("ddg_exp_kcal_mol")));
    }
    assertThat(all().stream().filter(m -> m.quantity().equals("ddG"))).hasSameSizeAs(rows);
  }

  @Test
  void inhibitionConstantsOfMethotrexateAreThoseOfThePapers() {
    // Ki with NADPH 3.4 for the wild type, 546 and 10900 for L22F and L22Y (PMID 7890613);
    // F31R/Q35E
    // 0.031 and 21 (PMID 19478082). The papers leave out the first methionine.
    assertThat(ki("L23F")).isEqualTo(0.5924846 * Math.log(546 / 3.4), within(1e-3));
    assertThat(ki("L23Y")).isEqualTo(0.5924846 * Math.log(10900 / 3.4), within(1e-3));
    assertThat(ki("F32R/Q36E")).isEqualTo(0.5924846 * Math.log(21 / 0.031), within(1e-3));
  }

  /** Every measurement, asked for by what the rows of the resource are about. */
  private static List<Measurement> all() {
    return ResourceTable.read("/org/bindfold/evidence/evidence.tsv").rows().stream()
        .map(row -> List.of(row.get("gene"), row.get("change"), row.get("drug")))
        .distinct()
        .flatMap(key -> TABLE.of(key.get(0), key.get(1), key.get(2)).stream())
        .toList();
  }

  private static double ki(String change) {
    return TABLE.of("DHFR", change, "methotrexate").stream()
        .filter(m -> m.quantity().equals("Ki"))
        .findFirst()
        .orElseThrow()
        .ddg();
  }

  private static List<Map<String, String>> rows(String name) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(SharedData.path(name)));
    List<String> header = Arrays.asList(lines.get(0).split("\t", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
