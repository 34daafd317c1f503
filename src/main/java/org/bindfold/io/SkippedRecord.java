package org.bindfold.io;

/**
 * A record of an input file that could not be used, while the rest of the file could.
 *
 * @param file the path as the user gave it
 * @param line line number, 1-based
 * @param record the record, shortened to at most 120 characters
 * @param reason what was found, what was expected, how to mend it
 */
public record SkippedRecord(String file, long line, String record, String reason) {
  private static final int MAX_RECORD_LENGTH = 120;

  public SkippedRecord {
    if (record.length() > MAX_RECORD_LENGTH) {
      record = record.substring(0, MAX_RECORD_LENGTH - 3) + "...";
    }
  }

  /** {@code file:line: reason}. */
  public String message() {
    return file + ":" + line + ": " + reason;
  }
}
