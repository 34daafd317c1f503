package org.bindfold.cli;

import java.util.Optional;
import org.bindfold.AnalysisRequest;
import org.bindfold.genome.Assembly;
import picocli.CommandLine.Option;

/** What of a file's content is read, and how. */
final class ReadingOptions {
  @Option(names = "--assembly", paramLabel = "NAME", description = "GRCh37 or GRCh38.")
  private Optional<Assembly> assembly = Optional.empty();

  @Option(
      names = "--sample",
      paramLabel = "NAME",
      description = "Sample, where files have several.")
  private Optional<String> sample = Optional.empty();

  AnalysisRequest in(AnalysisRequest request) {
    return request.withAssembly(assembly).withSample(sample);
  }
}
