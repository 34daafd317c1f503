package org.bindfold.copynumber;

import java.util.List;
import org.bindfold.io.SkippedRecord;

/**
 * What one copy-number file says of the panel's genes. A gene that no segment covers is absent: its
 * copies are not known, which is not the same as two.
 *
 * @param file the path as the user gave it
 * @param sha256 of the file's raw bytes, lower-case hexadecimal
 * @param format what the file is: {@code CNVkit segments}
 * @param genes by HGNC symbol, in alphabetical order
 * @param records segments in the file
 * @param skipped segments that could not be used
 * @param notes what a reader of the copies should know
 */
public record CopyNumberProfile(
    String file,
    String sha256,
    String format,
    List<GeneCopyNumber> genes,
    int records,
    List<SkippedRecord> skipped,
    List<String> notes) {

  public CopyNumberProfile {
    genes = List.copyOf(genes);
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
  }
}
