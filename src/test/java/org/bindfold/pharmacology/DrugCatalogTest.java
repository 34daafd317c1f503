package org.bindfold.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.ResourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

class DrugCatalogTest {
  private static final String DRUG =
      """
      {"name": "newdrug", "target": "ABL1", "accession": "P00519", "mode": "enzyme inhibited",
       "targetLost": {"effect": "wanted", "source": "mine"}, "competitor": "ATP",
       "tightBinding": false,
       "dissociationConstant": {"value": 2, "unit": "uM", "source": "mine"},
       "competition": {"value": 10, "unit": "ratio", "source": "mine"},
       "targetConcentration": {"value": 100, "unit": "nM", "source": "mine"}}
      """;

  private static DrugCatalog with(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (InputFile file = InputFile.over("mine.json", new ByteArrayInputStream(bytes), 1 << 20)) {
      return DrugCatalog.bundled().with(file);
    }
  }

  private static String file(String drug) {
    return "{\"version\": \"mine 1\", \"drugs\": [" + drug + "]}";
  }

  @Test
  void aFileOfTheSameFormAddsDrugs() {
    DrugCatalog catalog = with(file(DRUG));

    assertThat(catalog.require("newdrug").dissociationConstant().value()).isEqualTo(2000);
    assertThat(catalog.require("imatinib").target()).isEqualTo("ABL1");
    assertThat(catalog.version()).contains("mine 1");
  }

  @Test
  void theBundledFileIsAFileOfThatForm() throws IOException {
    try (InputStream in = DrugCatalog.class.getResourceAsStream("drugs.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(with(text).all()).isEqualTo(DrugCatalog.bundled().all());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"unit\": \"uM\", '||/drugs/0/dissociationConstant/unit|missing",
        "'\"uM\"'|'\"mg/L\"'|/drugs/0/dissociationConstant/unit|mg/L",
        "'\"value\": 2'|'\"value\": -2'|/drugs/0/dissociationConstant/value|-2",
        "'\"value\": 2'|'\"value\": \"2\"'|/drugs/0/dissociationConstant/value|not negative",
        "'\"value\": 10,'|'\"value\": 0.5,'|/drugs/0/competition/value|below 1",
        "'\"target\": \"ABL1\", '||/drugs/0/target|missing",
        "'\"ABL1\"'|'\"abl kinase\"'|/drugs/0/target|HGNC symbol",
        "'\"wanted\"'|'\"good\"'|/drugs/0/targetLost/effect|resistant or wanted",
        "'\"competitor\"'|'\"rival\"'|/drugs/0/rival|not known",
        "'\"name\": \"newdrug\"'|'\"name\": \"Not A Name!\"'|/drugs/0/name|lower case",
        "'enzyme inhibited'|'stopped'|/drugs/0/mode|receptor antagonised",
        "'\"tightBinding\"'|'\"cells\": {}, \"tightBinding\"'|/drugs/0/cells|without plasma"
      })
  void aFaultIsNamedByItsPlace(String found, String put, String pointer, String said) {
    String drug = DRUG.replace(found, put == null ? "" : put);
    assertThat(drug).isNotEqualTo(DRUG);

    assertThatThrownBy(() -> with(file(drug)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("mine.json: at " + pointer)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'10, \"unit\": \"ratio\", \"source\": \"mine\"'|'10, \"unit\": \"ratio\", \"source\": \"assumed\"'|/drugs/0/competition/source|why the value was assumed",
        "'2, \"unit\": \"uM\", \"source\": \"mine\"'|'2, \"unit\": \"uM\", \"source\": \" Assumed: \"'|/drugs/0/dissociationConstant/source|nothing behind it",
        "'100, \"unit\": \"nM\", \"source\": \"mine\"'|'100, \"unit\": \"nM\", \"source\": \"derived from ...\"'|/drugs/0/targetConcentration/source|nothing behind it",
        "'\"wanted\", \"source\": \"mine\"'|'\"wanted\", \"source\": \"derived\"'|/drugs/0/targetLost/source|nothing behind it",
        "'\"newdrug\"'|'\"gleevec\"'|/drugs/0/name|synonym of the drug imatinib",
        "'\"newdrug\"'|'\"newdrug\", \"synonyms\": [\"fresh\", \"dasatinib\"]'|/drugs/0/synonyms/1|\"dasatinib\"",
        "'\"newdrug\"'|'\"newdrug\", \"synonyms\": [\"sprycel\"]'|/drugs/0/synonyms/0|synonym of the drug dasatinib",
        "'\"newdrug\"'|'\"imatinib\", \"synonyms\": [\"sprycel\"]'|/drugs/0/synonyms/0|synonym of the drug dasatinib",
        "'\"newdrug\"'|'\"newdrug\", \"synonyms\": [\"newdrug\"]'|/drugs/0/synonyms/0|second time",
        "'\"newdrug\"'|'\"newdrug\", \"synonyms\": \"nd-1\"'|/drugs/0/synonyms|list of names",
        "P00519|P00533|/drugs/0/accession|'\"P00533\"; expected P00519, the bundled protein of ABL1'",
        "ABL1|ESR1|/drugs/0/accession|'\"P00519\"; expected P03372, which the drug afimoxifene has'"
      })
  void aContradictionIsNamedByItsPlace(String found, String put, String pointer, String said) {
    aFaultIsNamedByItsPlace(found, put, pointer, said);
  }

  @Test
  void drugsOfOneFileAgreeOnTheirTarget() {
    String egfr = DRUG.replace("ABL1", "EGFR").replace("P00519", "P00533");
    String other = egfr.replace("newdrug", "other");

    assertThat(with(file(egfr + "," + other)).ofTarget("EGFR")).hasSize(2);
    assertThatThrownBy(() -> with(file(egfr + "," + other.replace("P00533", "P04626"))))
        .hasMessageStartingWith("mine.json: at /drugs/1/accession: is \"P04626\"; expected P00533")
        .hasMessageContaining("the drug newdrug");
  }

  @Test
  void aReplacedDrugLeavesItsSynonyms() {
    String imatinib = DRUG.replace("newdrug", "imatinib");
    String heir = DRUG.replace("\"newdrug\"", "\"newdrug\", \"synonyms\": [\"gleevec\"]");
    DrugCatalog catalog = with(file(imatinib + "," + heir));

    assertThat(catalog.require("imatinib").dissociationConstant().value()).isEqualTo(2000);
    assertThat(catalog.require("gleevec").name()).isEqualTo("newdrug");
    assertThat(catalog.all()).hasSize(DrugCatalog.bundled().all().size() + 1);
  }

  @Test
  void aSourceThatSaysWhyIsTaken() {
    String why = "assumed: as methotrexate";
    assertThat(
            with(file(
                    DRUG.replace(
                        "10, \"unit\": \"ratio\", \"source\": \"mine",
                        "10, \"unit\": \"ratio\", \"source\": \"" + why)))
                .require("newdrug")
                .competition()
                .source())
        .isEqualTo(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {" x", "}", "\n\n{}"})
  void textAfterTheFileIsRefused(String rest) {
    assertThatThrownBy(() -> with(file(DRUG) + rest))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not JSON")
        .hasMessageContaining("expected a drug catalog");
    assertThat(with(file(DRUG) + " \n").require("newdrug").name()).isEqualTo("newdrug");
  }

  @Test
  void aPumpThatExportsNothingIsNoPump() {
    String exported =
        DRUG.replace(
            "\"tightBinding\"",
            """
            "transport": [{"gene": "ABCC1", "role": "exporter",
                           "rate": {"value": 1, "unit": "ratio", "source": "mine"}}],
            "tightBinding\"""");
    Set<String> genes = Set.of("ABCB1", "ABCC1");

    with(file(exported)).requirePumps(genes);
    assertThatThrownBy(() -> DrugCatalog.bundled().requirePumps(genes))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "found 'ABCC1' as an inhibited pump, which exports none of the drugs; expected one of"
                + " ABCB1, ABCG2; did you mean ABCB1?");
  }

  @Test
  void whatWasMeasuredOnCellsIsRead() {
    String measured =
        DRUG.replace(
            "\"tightBinding\"",
            """
            "plasma": {"cmax": {"value": 1, "unit": "uM", "source": "mine"},
                       "unbound": {"value": 0.5, "unit": "ratio", "source": "mine"}},
            "cells": {"ic50": {"value": 30, "unit": "nM", "source": "mine"},
                      "serum": {"value": 0.5, "unit": "ratio", "source": "mine"}},
            "tightBinding\"""");

    assertThat(with(file(measured)).require("newdrug").wildTypeIc50()).isEqualTo(20);
    assertThatThrownBy(() -> with(file(measured.replace("30", "0"))))
        .hasMessageContaining("/drugs/0/cells/ic50/value: is 0");
    assertThatThrownBy(() -> with(file(measured.replace("30, \"unit\": \"nM\"", "30"))))
        .hasMessageContaining("/drugs/0/cells/ic50/unit: is missing");
  }

  @Test
  void aFileThatIsNoJsonIsNamedByItsLine() {
    assertThatThrownBy(() -> with("{\n\"version\": \"x\",\n}"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("mine.json:3: is not JSON");
    assertThatThrownBy(() -> with("{\"version\": \"1\", \"drugs\": []}"))
        .hasMessageContaining("/drugs");
    assertThatThrownBy(() -> with(file(DRUG + "," + DRUG))).hasMessageContaining("second time");
  }

  @Test
  void aSlipOfAKeySuggestsTheDrugThatWasMeant() {
    assertThatThrownBy(() -> DrugCatalog.bundled().require("imatinob"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean imatinib");
    assertThat(DrugCatalog.bundled().require("Gleevec").name()).isEqualTo("imatinib");
    assertThat(DrugCatalog.bundled().require("4-hydroxytamoxifen").name()).isEqualTo("afimoxifene");
  }

  @Test
  void everyNumberOfTheCatalogHasASource() {
    for (Drug drug : DrugCatalog.bundled().all()) {
      assertThat(drug.values())
          .as(drug.name())
          .allSatisfy(
              v ->
                  assertThat(v.source())
                      .containsPattern(
                          "^assumed|^derived|doi:|PMID|PMC\\d|label|https://|[A-Z][a-z]+ \\d+:\\d+"));
    }
  }

  @Test
  void theDocumentationSaysHowManyNumbersAreAssumed() throws IOException {
    List<SourcedValue> values = DrugCatalog.bundled().all().stream().flatMap(Drug::values).toList();
    long assumed = values.stream().filter(SourcedValue::isAssumed).count();

    assertThat(Files.readString(Path.of("docs/mechanisms.md")))
        .contains("Of its " + values.size() + " numbers " + assumed + " are assumed");
  }

  @Test
  void theMoleculeOfEveryDrugStandsInOneFile() {
    for (Drug drug : DrugCatalog.bundled().all()) {
      assertThat(smiles(drug)).as(drug.name()).hasSize(1);
    }
  }

  /** Those of the catalog and of the ligands whose bond orders are known. */
  private static List<String> smiles(Drug drug) {
    Stream<String> ofLigand =
        ResourceTable.read("/org/bindfold/structure/ligands.tsv").rows().stream()
            .filter(row -> row.get("name").equals(drug.name()))
            .map(row -> row.get("smiles"));
    return Stream.concat(drug.smiles().stream(), ofLigand).toList();
  }

  @Test
  void theMoleculesAreThoseOfTheMolarMassesUsed() throws Exception {
    SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
    for (String pair :
        new String[] {
          "imatinib 493.615",
          "nilotinib 529.5",
          "dasatinib 488.0",
          "bosutinib 530.4",
          "ponatinib 532.5",
          "asciminib 449.84",
          "methotrexate 454.447",
          "pemetrexed 427.41",
          "trimethoprim 290.32",
          "paclitaxel 853.9"
        }) {
      String[] words = pair.split(" ");
      IAtomContainer molecule =
          parser.parseSmiles(smiles(DrugCatalog.bundled().require(words[0])).get(0));
      assertThat(AtomContainerManipulator.getMass(molecule))
          .as(words[0])
          .isBetween(Double.parseDouble(words[1]) - 0.15, Double.parseDouble(words[1]) + 0.15);
    }
  }
}
