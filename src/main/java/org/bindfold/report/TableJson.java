package org.bindfold.report;

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
import org.bindfold.table.TextTable;

/**
 * Tables and lists as one JSON object, in the order in which they are added. A table is an array of
 * objects whose empty cells are left out; a number keeps the decimals that its cell has.
 */
public final class TableJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  /** An object that holds nothing yet. */
  public TableJson() {}

  /** Adds a list of texts. */
  public TableJson list(String name, List<String> texts) {
    ArrayNode array = root.putArray(name);
    texts.forEach(array::add);
    return this;
  }

  /** Adds a table. */
  public TableJson table(String name, TextTable table) {
    ArrayNode array = root.putArray(name);
    for (List<String> row : table.rows()) {
      ObjectNode object = array.addObject();
      for (int i = 0; i < row.size(); i++) {
        put(object, table, i, row.get(i));
      }
    }
    return this;
  }

  private static void put(ObjectNode object, TextTable table, int column, String cell) {
    String name = table.columns().get(column);
    if (cell.isEmpty()) {
      return;
    }
    if (table.text().contains(name)) {
      object.put(name, cell);
    } else {
      object.put(name, new BigDecimal(cell));
    }
  }

  /** The object as text, with a line end behind it. */
  public String text() {
    try {
      return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain text and numbers always render", e);
    }
  }
}
