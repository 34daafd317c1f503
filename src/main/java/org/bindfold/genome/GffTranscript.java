package org.bindfold.genome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One transcript of an annotation file, while the file is read.
 *
 * @param id accession as the file writes it
 * @param gene HGNC symbol
 * @param sequence name of the chromosome as the file writes it
 * @param minusStrand whether it is read against the direction of the genome's positions
 * @param tags marks such as {@code MANE_Select}
 * @param parts coding parts, 1-based and closed, in file order; filled while the file is read
 */
record GffTranscript(
    String id,
    String gene,
    String sequence,
    boolean minusStrand,
    Set<String> tags,
    List<Part> parts) {

  /** A coding part: first and last base, 1-based and closed. */
  record Part(int start, int end) {
    int length() {
      return end - start + 1;
    }
  }

  /** The coding parts in the direction of the transcript. */
  List<Part> inOrder() {
    List<Part> sorted = new ArrayList<>(parts);
    Comparator<Part> byStart = Comparator.comparingInt(Part::start);
    sorted.sort(minusStrand ? byStart.reversed() : byStart);
    return sorted;
  }

  int codingLength() {
    return parts.stream().mapToInt(Part::length).sum();
  }

  /** How much the file's authors recommend it: lower is more. */
  int rank() {
    if (tags.stream().anyMatch(tag -> tag.replace(' ', '_').equals("MANE_Select"))) {
      return 0;
    }
    return tags.contains("Ensembl_canonical") || tags.contains("RefSeq_Select") ? 1 : 2;
  }
}
