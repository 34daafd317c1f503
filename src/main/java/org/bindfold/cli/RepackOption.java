package org.bindfold.cli;

import org.bindfold.binding.ModelRequest;
import picocli.CommandLine.Option;

/** How many neighbours are packed anew with a mutation. */
final class RepackOption {
  @Option(
      names = "--repack",
      paramLabel = "N",
      defaultValue = "0",
      description = "Pack up to N neighbours anew with each mutation (0 to 4; default 0).")
  private int neighbours;

  int neighbours() {
    Values.require(
        neighbours >= 0 && neighbours <= ModelRequest.MAX_REPACKED,
        "--repack",
        String.valueOf(neighbours),
        "0 to " + ModelRequest.MAX_REPACKED);
    return neighbours;
  }
}
