package org.bindfold.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bindfold.AnalysisRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is known of one sample, for every command that works out an answer for it. */
final class SampleOptions {
  private static final double MAX_PLOIDY = 20;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "VCF or HGVS list; - is stdin.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--copy-number", paramLabel = "FILE", description = "Copy-number segments.")
  private List<String> copyNumbers = new ArrayList<>();

  @Option(names = "--purity", paramLabel = "X", description = "Share of tumour cells, over 0 to 1.")
  private Optional<Double> purity = Optional.empty();

  @Option(
      names = "--ploidy",
      paramLabel = "X",
      defaultValue = "2",
      description = "Mean copies of the tumour's genome; ${DEFAULT-VALUE} by default.")
  private double ploidy;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Mixin private TreatmentOptions treatment = new TreatmentOptions();

  /** The request for these drugs. */
  AnalysisRequest request(List<String> drugs) {
    purity.ifPresent(
        p -> Values.require(p > 0 && p <= 1, "--purity", p.toString(), "over 0, at most 1"));
    Values.require(
        ploidy > 0 && ploidy <= MAX_PLOIDY,
        "--ploidy",
        String.valueOf(ploidy),
        "over 0, at most 20");
    return reading.in(
        AnalysisRequest.of(files)
            .withCopyNumbers(copyNumbers)
            .withDrugs(drugs)
            .withPurity(purity.map(OptionalDouble::of).orElse(OptionalDouble.empty()))
            .withPloidy(ploidy)
            .with(treatment.treatment()));
  }
}
