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
import java.util.Set;

/** Mutation scores as JSON, from the same cells as their table, so that the two cannot disagree. */
public final class ScoreJson {
  private static final Set<String> NUMBERS =
      Set.of(
          "ddg_kcal_mol",
          "ddg_low",
          "ddg_high",
          "fold_change",
          "p_resistant",
          "distance_A",
          "ddg_raw");
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          // Trailing zeros are part of a number that was rounded to so many decimals.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private ScoreJson() {}

  /**
   * Renders rows; an empty cell is left out, and a number keeps its decimals.
   *
   * @param columns names, one per cell
   * @param rows cells
   * @param notes on the complex
   */
  public static String render(List<String> columns, List<List<String>> rows, List<String> notes) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode noteArray = root.putArray("notes");
    notes.forEach(noteArray::add);
    ArrayNode mutations = root.putArray("mutations");
    for (List<String> row : rows) {
      ObjectNode object = mutations.addObject();
      for (int i = 0; i < columns.size(); i++) {
        if (row.get(i).isEmpty()) {
          continue;
        }
        if (NUMBERS.contains(columns.get(i))) {
          object.put(columns.get(i), new BigDecimal(row.get(i)));
        } else {
          object.put(columns.get(i), row.get(i));
        }
      }
    }
    try {
      return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain text and numbers always render", e);
    }
  }
}
