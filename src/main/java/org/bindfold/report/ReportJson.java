package org.bindfold.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import org.bindfold.report.ResistanceReport.Outcome;

/** How the report's records map to JSON, in one place for writing and reading. */
final class ReportJson {
  /**
   * Decimals beyond this are no rounded number; a huge exponent would fill the memory when printed.
   */
  private static final int MAX_SCALE = 64;

  private ReportJson() {}

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(
            new SimpleModule("report")
                .addSerializer(new OutcomeAsLabel())
                .addDeserializer(Outcome.class, new OutcomeOfLabel())
                .addDeserializer(BigDecimal.class, new BoundedDecimal()))
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(
                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        // Off, or 1.50 would come back from a tree as 1.5.
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        // A later minor version may add fields.
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .build();
  }

  /** Two spaces, {@code \n} on every platform, one value a line. */
  static DefaultPrettyPrinter layout() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private static final class OutcomeAsLabel extends StdSerializer<Outcome> {
    @Serial private static final long serialVersionUID = 1L;

    OutcomeAsLabel() {
      super(Outcome.class);
    }

    @Override
    public void serialize(Outcome value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.label());
    }
  }

  private static final class OutcomeOfLabel extends StdDeserializer<Outcome> {
    @Serial private static final long serialVersionUID = 1L;

    OutcomeOfLabel() {
      super(Outcome.class);
    }

    @Override
    public Outcome deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = context.readValue(json, String.class);
      for (Outcome outcome : Outcome.values()) {
        if (outcome.label().equals(text)) {
          return outcome;
        }
      }
      throw context.weirdStringException(text, Outcome.class, "not an outcome");
    }
  }

  private static final class BoundedDecimal extends StdDeserializer<BigDecimal> {
    @Serial private static final long serialVersionUID = 1L;

    BoundedDecimal() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (!json.currentToken().isNumeric()) {
        return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
      }
      BigDecimal value = json.getDecimalValue();
      if (Math.abs((long) value.scale()) > MAX_SCALE) {
        throw context.weirdNumberException(value, BigDecimal.class, "too many decimals");
      }
      return value;
    }
  }
}
