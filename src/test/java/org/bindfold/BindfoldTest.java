package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bindfold.genome.Assembly;
import org.bindfold.pharmacology.SiteAccess.Site;
import org.bindfold.report.ResistanceReport;
import org.bindfold.resistance.Outcome;
import org.bindfold.resistance.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front door, where its parts meet. */
class BindfoldTest {
  /** Imatinib on KIT, which it does bind (label); constants that are no matter here. */
  private static final String CATALOG =
      """
      {"version": "mine", "drugs": [{
        "name": "imatinib", "target": "KIT", "accession": "P10721", "mode": "enzyme inhibited",
        "targetLost": {"effect": "wanted", "source": "assumed: a test"},
        "competitor": "ATP", "tightBinding": false,
        "dissociationConstant": {"value": 14, "unit": "nM", "source": "assumed: a test"},
        "competition": {"value": 1, "unit": "ratio", "source": "assumed: a test"},
        "targetConcentration": {"value": 4, "unit": "nM", "source": "assumed: a test"}
      }]}
      """;

  @TempDir private Path directory;

  @Test
  void aDrugOfAnotherTargetIsNotScoredInTheComplexOfItsName() throws IOException {
    ResistanceReport report =
        new Bindfold().analyze(AnalysisRequest.of(list("KIT:p.Thr315Ile\n")).with(catalog()));

    assertThat(report.results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
              assertThat(result.binding()).isEmpty();
              assertThat(result.notes())
                  .contains("no structure of this drug and target is bundled.");
            });
  }

  @Test
  void aCheckKnowsTheGenesOfTheUsersOwnDrugs() throws IOException {
    String list = list("KIT:p.Val559Asp\n");

    assertThat(new Bindfold().check(list, AnalysisRequest.of(list)).variants().orElseThrow())
        .satisfies(set -> assertThat(set.counts().offPanel()).isEqualTo(1));
    assertThat(
            new Bindfold()
                .check(list, AnalysisRequest.of(list).with(catalog()))
                .variants()
                .orElseThrow())
        .satisfies(set -> assertThat(set.counts().offPanel()).isZero());
  }

  @Test
  void theReasonOfAnAssemblyThatWasGivenIsThatItWasGiven() throws IOException {
    AnalysisRequest request = AnalysisRequest.of(list("ABL1:p.Thr315Ile\n"));

    ResistanceReport given =
        new Bindfold().analyze(request.withAssembly(Optional.of(Assembly.GRCH37)));
    ResistanceReport none = new Bindfold().analyze(request);

    assertThat(given.assembly() + ": " + given.assemblyReason()).isEqualTo("GRCh37: as given");
    assertThat(none.assembly() + ": " + none.assemblyReason())
        .isEqualTo("none: no file has positions on a genome, so GRCh38 is assumed for segments");
  }

  private String list(String content) throws IOException {
    return Files.writeString(directory.resolve("list.txt"), content).toString();
  }

  private Treatment catalog() throws IOException {
    Path file = Files.writeString(directory.resolve("drugs.json"), CATALOG);
    return new Treatment(Site.PLASMA, Optional.of(file.toString()), Optional.empty(), Map.of());
  }
}
