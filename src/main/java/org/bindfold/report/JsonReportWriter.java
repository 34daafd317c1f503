package org.bindfold.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes everything in the report as JSON: fields in the order of {@link ResistanceReport}, absent
 * values left out, numbers in plain decimals with their trailing zeros, two spaces of indentation.
 * {@link #schema} describes it.
 */
public final class JsonReportWriter implements ReportWriter {
  private static final String SCHEMA = "report.schema.json";

  private final ObjectWriter json = ReportJson.mapper().writer(ReportJson.layout());

  /** A writer; it holds no state between reports. */
  public JsonReportWriter() {}

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public byte[] render(ResistanceReport report) {
    try {
      return (json.writeValueAsString(report) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of plain values is always JSON", e);
    }
  }

  /** The JSON Schema (draft 2020-12) of what {@link #render} gives, as text. */
  public static String schema() {
    try (InputStream resource = JsonReportWriter.class.getResourceAsStream(SCHEMA)) {
      if (resource == null) {
        throw new IllegalStateException(SCHEMA + " is missing from the jar");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
