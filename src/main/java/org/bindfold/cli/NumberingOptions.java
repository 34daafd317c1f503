package org.bindfold.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.binding.Numbering;
import picocli.CommandLine.Option;

/** How residues are numbered. */
final class NumberingOptions {
  private static final Pattern UNIPROT = Pattern.compile("uniprot:([A-Za-z0-9-]{4,15})");

  @Option(
      names = "--numbering",
      paramLabel = "SCHEME",
      defaultValue = "author",
      description = "author (default) or uniprot:ACCESSION.")
  private String numbering = "author";

  @Option(
      names = "--sequence",
      paramLabel = "FASTA",
      description = "The sequence of an accession that is not bundled.")
  private Optional<String> sequence = Optional.empty();

  /** The numbering that was asked for. */
  Numbering numbering() {
    if (numbering.equals("author")) {
      return Numbering.author();
    }
    Matcher matcher = UNIPROT.matcher(numbering);
    Values.require(matcher.matches(), "--numbering", numbering, "author or uniprot:ACCESSION");
    String accession = matcher.group(1);
    return sequence
        .map(file -> Numbering.ofFasta(file, accession))
        .or(() -> Numbering.bundled(accession))
        .orElseThrow(
            () ->
                Values.wrong(
                    "--numbering",
                    numbering,
                    "a bundled accession ("
                        + String.join(", ", Numbering.bundledAccessions())
                        + ") or its sequence with --sequence FASTA"));
  }
}
