package org.bindfold.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Cells that are rendered once and written as TSV and as JSON, so that the two cannot disagree.
 *
 * @param columns names
 * @param text columns that hold text; every other holds numbers
 * @param rows as many cells as columns; empty where there is no value
 */
public record TextTable(List<String> columns, Set<String> text, List<List<String>> rows) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  public TextTable {
    columns = List.copyOf(columns);
    text = Set.copyOf(text);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Tab-separated text with a header line. */
  public String tsv() {
    StringBuilder tsv = new StringBuilder(String.join("\t", columns)).append('\n');
    rows.forEach(
        r ->
            tsv.append(String.join("\t", r.stream().map(TextTable::oneCell).toList()))
                .append('\n'));
    return tsv.toString();
  }

  /**
   * Several tables as one JSON object: an array of objects for each, empty cells left out.
   *
   * @param tables by name, in the order written
   */
  public static String json(Map<String, TextTable> tables) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    tables.forEach((name, table) -> table.fill(root.putArray(name)));
    try {
      return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain text and numbers always render", e);
    }
  }

  /** A number with fixed decimals; empty when it is absent or not a number. */
  public static String decimal(OptionalDouble value, int decimals) {
    if (value.isEmpty() || Double.isNaN(value.getAsDouble())) {
      return "";
    }
    String number = String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble());
    return number.matches("-0\\.0*") ? number.substring(1) : number;
  }

  /** As {@link #decimal(OptionalDouble, int)} for a value that may be NaN. */
  public static String decimal(double value, int decimals) {
    return decimal(OptionalDouble.of(value), decimals);
  }

  private void fill(ArrayNode array) {
    for (List<String> row : rows) {
      ObjectNode object = array.addObject();
      for (int i = 0; i < columns.size(); i++) {
        String cell = row.get(i);
        if (cell.isEmpty()) {
          continue;
        }
        if (text.contains(columns.get(i))) {
          object.put(columns.get(i), cell);
        } else {
          object.put(columns.get(i), new BigDecimal(cell));
        }
      }
    }
  }

  private static String oneCell(String cell) {
    return cell.replaceAll("[\\t\\r\\n]", " ");
  }
}
