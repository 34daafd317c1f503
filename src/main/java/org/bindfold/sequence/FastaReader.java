package org.bindfold.sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;

/** Reads a reference protein that the user gives as FASTA. */
public final class FastaReader {
  // No protein of this many residues consists of A, C, G, T and N alone.
  private static final int MIN_LENGTH_TO_TELL_DNA = 30;
  private static final int MAX_LISTED = 10;

  private FastaReader() {}

  /**
   * The protein of an accession. A file with one sequence gives that one, whatever its header; of
   * several the one whose header begins with the accession.
   *
   * @param file FASTA of one or several proteins
   * @param accession what the sequence will be called
   * @return its gene is the header's {@code GN=} or {@code gene=}, else the accession
   * @throws InputException when it is not FASTA, holds DNA, or several sequences and none of that
   *     name
   */
  public static ProteinSequence read(InputFile file, String accession) {
    List<FastaEntry> entries = FastaEntry.parse(file.name(), file.readAllLines());
    FastaEntry entry = choose(file.name(), entries, accession);
    if (entry.letters().length() >= MIN_LENGTH_TO_TELL_DNA
        && entry.letters().matches("[ACGTUN]+")) {
      throw InputException.line(
          file.name(),
          entry.line(),
          "is a nucleotide sequence (only A, C, G, T, U, N); expected the protein. Translate it, or "
              + "download the protein's FASTA.");
    }
    Optional<String> gene = entry.attribute("GN").or(() -> entry.attribute("gene"));
    return new ProteinSequence(accession, gene.orElse(accession), entry.letters());
  }

  private static FastaEntry choose(String file, List<FastaEntry> entries, String accession) {
    if (entries.size() == 1) {
      return entries.get(0);
    }
    List<FastaEntry> named =
        entries.stream().filter(entry -> entry.accession().equalsIgnoreCase(accession)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    String found =
        entries.stream()
            .limit(MAX_LISTED)
            .map(FastaEntry::accession)
            .collect(Collectors.joining(", "));
    throw InputException.file(
        file,
        "holds "
            + entries.size()
            + " sequences, "
            + named.size()
            + " of them named "
            + accession
            + " ("
            + found
            + (entries.size() > MAX_LISTED ? ", ..." : "")
            + "); expected one. Leave only the one you mean.");
  }
}
