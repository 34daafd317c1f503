package org.bindfold.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data file of the program itself: tab-separated, one header line, lines that begin with {@code
 * #} name its source and version. Damage here is a fault of the build, so it is thrown as such.
 */
public final class ResourceTable {
  private final String path;
  private final List<Map<String, String>> rows;

  private ResourceTable(String path, List<Map<String, String>> rows) {
    this.path = path;
    this.rows = rows;
  }

  /**
   * Reads a table from the class path.
   *
   * @param path absolute resource path: {@code /org/bindfold/structure/rotamers.tsv}
   * @throws IllegalStateException when it is missing or a row has not as many cells as the header
   */
  public static ResourceTable read(String path) {
    try (InputStream in = ResourceTable.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + path);
      }
      return new ResourceTable(path, rows(path, in));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource " + path, e);
    }
  }

  private static List<Map<String, String>> rows(String path, InputStream in) throws IOException {
    // Line by line: the first stream of a cold start costs twice as much as all of this.
    BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = List.of();
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = TsvRow.of(line).raw();
      if (header.isEmpty()) {
        header = cells;
        continue;
      }
      if (cells.size() != header.size()) {
        throw new IllegalStateException(path + ": a row has " + cells.size() + " cells: " + line);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return List.copyOf(rows);
  }

  /** The rows, each by column name, in file order. */
  public List<Map<String, String>> rows() {
    return rows;
  }

  /** Where it was read from. */
  @Override
  public String toString() {
    return path;
  }
}
