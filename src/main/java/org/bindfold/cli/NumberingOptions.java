package org.bindfold.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.binding.Numbering;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.FastaReader;
import org.bindfold.sequence.ProteinSequence;
import picocli.CommandLine.Option;

/** How residues are numbered. */
final class NumberingOptions {
  private static final long MAX_SEQUENCE_BYTES = 64L << 20;
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
    return reference().map(Numbering::uniprot).orElse(Numbering.author());
  }

  private Optional<ProteinSequence> reference() {
    if (numbering.equals("author")) {
      return Optional.empty();
    }
    Matcher matcher = UNIPROT.matcher(numbering);
    Values.require(matcher.matches(), "--numbering", numbering, "author or uniprot:ACCESSION");
    String accession = matcher.group(1);
    if (sequence.isPresent()) {
      try (InputFile input = InputFile.open(sequence.get(), MAX_SEQUENCE_BYTES)) {
        return Optional.of(FastaReader.read(input, accession));
      }
    }
    return Optional.of(
        BundledSequences.of(accession)
            .orElseThrow(
                () ->
                    Values.wrong(
                        "--numbering",
                        numbering,
                        "a bundled accession ("
                            + String.join(
                                ", ",
                                BundledSequences.all().stream()
                                    .map(ProteinSequence::accession)
                                    .toList())
                            + ") or its sequence with --sequence FASTA")));
  }
}
