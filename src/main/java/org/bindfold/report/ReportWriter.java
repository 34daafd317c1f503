package org.bindfold.report;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a report in one format. The same report gives the same bytes, on every platform and in
 * every locale: UTF-8, {@code \n} line ends, every number with exactly the decimals it has in the
 * report.
 */
public interface ReportWriter {

  /** The file name extension of the format, without a dot: {@code json}. */
  String extension();

  /** The whole report as bytes. */
  byte[] render(ResistanceReport report);

  /**
   * Writes the whole report; the stream stays open.
   *
   * @throws IOException when the stream does
   */
  default void write(ResistanceReport report, OutputStream out) throws IOException {
    out.write(render(report));
    out.flush();
  }
}
