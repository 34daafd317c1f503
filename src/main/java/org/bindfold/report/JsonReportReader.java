package org.bindfold.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.PrintableText;

/**
 * Reads a report that {@link JsonReportWriter} wrote. Reading and writing again gives the same
 * bytes.
 *
 * <p>Fields that a later minor version added are passed over; another major version is refused, and
 * so is a file larger than {@link #MAX_BYTES}.
 */
public final class JsonReportReader {
  /** The most that is read: some hundred times the report of a heavily mutated sample. */
  public static final long MAX_BYTES = 64L << 20;

  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.\\d{1,9}\\.\\d{1,9}");
  private static final String MAJOR =
      ResistanceReport.SCHEMA_VERSION.substring(0, ResistanceReport.SCHEMA_VERSION.indexOf('.'));

  private final JsonMapper json = ReportJson.mapper();

  /** A reader; it holds no state between reports. */
  public JsonReportReader() {}

  /**
   * Reads a report file, gzipped or not.
   *
   * @param path the path, or {@code -} for standard input
   * @throws InputException when it is not a report that this version can read
   */
  public ResistanceReport read(String path) {
    try (InputFile file = InputFile.openUnhashed(path, MAX_BYTES)) {
      return read(file);
    }
  }

  /**
   * Reads a report from an input that is already open.
   *
   * @throws InputException when it is not a report that this version can read
   */
  public ResistanceReport read(InputFile file) {
    String name = file.name();
    String text = InputFile.decode(name, file.readAllBytes());
    try {
      JsonNode tree = json.readTree(text);
      requireKnownVersion(name, tree);
      ResistanceReport report = json.treeToValue(tree, ResistanceReport.class);
      requireWhole(name, report);
      return report;
    } catch (JsonMappingException e) {
      throw InputException.file(
          name,
          "is not a Bindfold report (at "
              + PrintableText.printable(e.getPathReference())
              + ": "
              + said(e)
              + ").",
          e);
    } catch (JsonProcessingException e) {
      throw InputException.file(
          name, "is not JSON (" + said(e) + "); was it written completely?", e);
    }
  }

  private static void requireKnownVersion(String name, JsonNode tree) {
    String version = tree.path("schemaVersion").asText("");
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      throw InputException.file(
          name, "has no schemaVersion; expected a report that Bindfold wrote as JSON.");
    }
    if (!matcher.group(1).equals(MAJOR)) {
      throw InputException.file(
          name,
          "has schemaVersion "
              + version
              + "; this version reads "
              + MAJOR
              + ".x.y. Make the report again, or use the version of Bindfold that wrote it.");
    }
  }

  /**
   * Every result must belong to a variant of the report, or the other formats could not be written.
   */
  private static void requireWhole(String name, ResistanceReport report) {
    Set<String> ids = new HashSet<>();
    for (ResistanceReport.Variant variant : report.variants()) {
      if (!ids.add(variant.id())) {
        throw InputException.file(
            name, "holds two variants with the id " + PrintableText.shown(variant.id()) + ".");
      }
    }
    for (ResistanceReport.Result result : report.results()) {
      if (!ids.contains(result.variant())) {
        throw InputException.file(
            name,
            "holds a result of the variant "
                + PrintableText.shown(result.variant())
                + ", which it does not list.");
      }
    }
  }

  /** Where the fault stands and what it is, without the parser's own source excerpts. */
  private static String said(JsonProcessingException e) {
    String where =
        e.getLocation() == null || e.getLocation().getLineNr() < 1
            ? ""
            : "line " + e.getLocation().getLineNr() + ", ";
    return where + PrintableText.printable(e.getOriginalMessage());
  }
}
