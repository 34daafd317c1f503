package org.bindfold.pharmacology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bindfold.io.InputException;

/**
 * Reads a drug file and checks every value. A message names the place as a JSON pointer: {@code
 * /drugs/0/plasma/cmax/unit}.
 */
final class CatalogReader {
  private static final int MAX_DRUGS = 10_000;
  private static final int MAX_TRANSPORT = 12;
  private static final double MAX_VALUE = 1e12;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9 ._-]{0,59}");
  private static final Pattern GENE = Pattern.compile("[A-Z][A-Z0-9-]{0,14}");
  private static final Map<String, Double> NANOMOLAR =
      Map.of("pM", 1e-3, "nM", 1.0, "uM", 1e3, "mM", 1e6);

  private static final Pattern NOTHING_BEHIND =
      Pattern.compile("(assumed|derived( from)?)[^\\p{L}\\p{N}]*", Pattern.CASE_INSENSITIVE);

  private final String file;
  private final List<Drug> known;

  /**
   * @param file the path as the user gave it
   * @param known the drugs that the file adds to; none of its names may mean one of them, but for a
   *     drug that takes the place of one with its name
   */
  CatalogReader(String file, List<Drug> known) {
    this.file = file;
    this.known = known;
  }

  /**
   * A file's content.
   *
   * @param version the file's own version text
   * @param drugs in file order
   */
  record Content(String version, List<Drug> drugs) {}

  Content read(String text) {
    JsonNode root;
    try {
      root =
          JsonMapper.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readTree(text);
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw InputException.line(
          file, line, "is not JSON (" + e.getOriginalMessage() + "); expected a drug catalog.");
    }
    new Fields("", root, Set.of("version", "comment", "drugs"));
    JsonNode list = root.path("drugs");
    if (!list.isArray() || list.isEmpty() || list.size() > MAX_DRUGS) {
      throw wrong("/drugs", "is no list of 1 to " + MAX_DRUGS + " drugs");
    }
    List<Drug> drugs = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      drugs.add(drug("/drugs/" + i, list.get(i)));
    }
    CatalogConflicts.first(known, drugs)
        .ifPresent(
            c -> {
              throw wrong(c.pointer(), c.what());
            });
    return new Content(new Fields("", root).text("version"), drugs);
  }

  private Drug drug(String at, JsonNode node) {
    Fields fields =
        new Fields(
            at,
            node,
            Set.of(
                "name",
                "synonyms",
                "smiles",
                "target",
                "accession",
                "mode",
                "targetLost",
                "competitor",
                "tightBinding",
                "dissociationConstant",
                "competition",
                "targetConcentration",
                "plasma",
                "cells",
                "brainUnboundRatio",
                "transport"));
    SourcedValue dissociation = fields.concentration("dissociationConstant");
    if (dissociation.value() == 0) {
      throw wrong(at + "/dissociationConstant/value", "is 0; expected above 0");
    }
    SourcedValue competition = fields.ratio("competition", MAX_VALUE);
    if (competition.value() < 1) {
      throw wrong(at + "/competition/value", "is below 1; a competitor cannot improve binding");
    }
    return new Drug(
        fields.matching("name", NAME, "a name in lower case"),
        fields.optional("synonyms").map(n -> names(at + "/synonyms", n)).orElse(List.of()),
        fields.optional("smiles").map(n -> fields.text("smiles")),
        fields.matching("target", GENE, "an HGNC symbol"),
        fields.text("accession"),
        fields.oneOf("mode", Drug.Mode.values(), Drug.Mode::label),
        targetLost(at + "/targetLost", node.path("targetLost")),
        fields.text("competitor"),
        fields.flag("tightBinding"),
        dissociation,
        competition,
        fields.concentration("targetConcentration"),
        fields.optional("plasma").map(n -> plasma(at + "/plasma", n)),
        fields.optional("cells").map(n -> cells(at, n, fields.optional("plasma").isPresent())),
        fields.optional("brainUnboundRatio").map(n -> positiveShare(at + "/brainUnboundRatio", n)),
        fields.optional("transport").map(n -> transport(at + "/transport", n)).orElse(List.of()));
  }

  private Drug.TargetLost targetLost(String at, JsonNode node) {
    Fields fields = new Fields(at, node, Set.of("effect", "source"));
    String effect = fields.text("effect");
    if (!effect.equals("resistant") && !effect.equals("wanted")) {
      throw wrong(at + "/effect", "is \"" + effect + "\"; expected resistant or wanted");
    }
    return new Drug.TargetLost(effect.equals("resistant"), fields.source());
  }

  private Drug.Plasma plasma(String at, JsonNode node) {
    Fields fields = new Fields(at, node, Set.of("cmax", "ctrough", "unbound"));
    SourcedValue cmax = fields.concentration("cmax");
    Optional<SourcedValue> ctrough =
        fields.optional("ctrough").map(n -> fields.concentration("ctrough"));
    if (ctrough.isPresent() && ctrough.get().value() > cmax.value()) {
      throw wrong(at + "/ctrough/value", "is above cmax");
    }
    return new Drug.Plasma(cmax, ctrough, positiveShare(at + "/unbound", node.path("unbound")));
  }

  private Drug.Cells cells(String drug, JsonNode node, boolean plasma) {
    String at = drug + "/cells";
    if (!plasma) {
      throw wrong(at, "is given without plasma; expected both, to know what of it is unbound");
    }
    Fields fields = new Fields(at, node, Set.of("ic50", "serum"));
    SourcedValue ic50 = fields.concentration("ic50");
    if (ic50.value() == 0) {
      throw wrong(at + "/ic50/value", "is 0; expected above 0");
    }
    return new Drug.Cells(ic50, fields.ratio("serum", 1));
  }

  private SourcedValue positiveShare(String at, JsonNode node) {
    SourcedValue value = ratio(at, node, 1);
    if (value.value() == 0) {
      throw wrong(at + "/value", "is 0; expected above 0, at most 1");
    }
    return value;
  }

  private List<Drug.Transport> transport(String at, JsonNode list) {
    if (!list.isArray() || list.size() > MAX_TRANSPORT) {
      throw wrong(at, "is no list of at most " + MAX_TRANSPORT + " genes");
    }
    List<Drug.Transport> transport = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String here = at + "/" + i;
      Fields fields = new Fields(here, list.get(i), Set.of("gene", "role", "rate"));
      Drug.Transport entry =
          new Drug.Transport(
              fields.matching("gene", GENE, "an HGNC symbol"),
              fields.oneOf("role", Drug.Role.values(), Drug.Role::label),
              fields.ratio("rate", MAX_VALUE));
      if (!seen.add(entry.gene())) {
        throw wrong(here + "/gene", "names " + entry.gene() + " a second time");
      }
      transport.add(entry);
    }
    return transport;
  }

  private List<String> names(String at, JsonNode list) {
    if (!list.isArray()) {
      throw wrong(at, "is " + shown(list) + "; expected a list of names");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode name : list) {
      if (!name.isTextual() || !NAME.matcher(name.textValue()).matches()) {
        throw wrong(at + "/" + names.size(), "is " + shown(name) + "; expected a lower-case name");
      }
      names.add(name.textValue());
    }
    return names;
  }

  private SourcedValue ratio(String at, JsonNode node, double most) {
    SourcedValue value = value(at, node, Map.of("ratio", 1.0), "ratio");
    if (value.value() > most) {
      throw wrong(at + "/value", "is above " + (most == 1 ? "1" : "every sensible value"));
    }
    return value;
  }

  private SourcedValue value(String at, JsonNode node, Map<String, Double> units, String unit) {
    Fields fields = new Fields(at, node, Set.of("value", "unit", "source"));
    JsonNode number = node.path("value");
    if (!number.isNumber() || !(number.doubleValue() >= 0 && number.doubleValue() <= MAX_VALUE)) {
      throw wrong(
          at + "/value", "is " + shown(number) + "; expected a number that is not negative");
    }
    JsonNode given = node.path("unit");
    Double factor = given.isTextual() ? units.get(given.textValue()) : null;
    if (factor == null) {
      throw wrong(
          at + "/unit",
          "is "
              + shown(given)
              + "; expected "
              + String.join(" or ", units.keySet().stream().sorted().toList()));
    }
    String source = fields.source();
    return new SourcedValue(number.doubleValue() * factor, unit, source);
  }

  private InputException wrong(String pointer, String what) {
    return InputException.file(file, "at " + pointer + ": " + what + ".");
  }

  private static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "missing";
    }
    String text = node.toString();
    return text.length() > 40 ? text.substring(0, 37) + "..." : text;
  }

  /** The fields of one object, each checked as it is taken. */
  private final class Fields {
    private final String at;
    private final JsonNode node;

    Fields(String at, JsonNode node) {
      this.at = at;
      this.node = node;
    }

    Fields(String at, JsonNode node, Set<String> known) {
      this(at, node);
      if (!node.isObject()) {
        throw wrong(at.isEmpty() ? "/" : at, "is " + shown(node) + "; expected an object");
      }
      node.properties().stream()
          .map(Map.Entry::getKey)
          .filter(k -> !known.contains(k))
          .findFirst()
          .ifPresent(
              k -> {
                throw wrong(
                    at + "/" + k,
                    "is not known; expected one of "
                        + String.join(", ", known.stream().sorted().toList()));
              });
    }

    Optional<JsonNode> optional(String name) {
      return Optional.of(node.path(name)).filter(n -> !n.isMissingNode());
    }

    String text(String name) {
      JsonNode value = node.path(name);
      if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > 2000) {
        throw wrong(at + "/" + name, "is " + shown(value) + "; expected a text");
      }
      return value.textValue();
    }

    /** A source; one that says only that there is none, and not why, is none. */
    String source() {
      String source = text("source");
      if (NOTHING_BEHIND.matcher(source.strip()).matches()) {
        throw wrong(
            at + "/source",
            "is \""
                + source
                + "\" with nothing behind it; expected why the value was assumed, or from what it was"
                + " derived");
      }
      return source;
    }

    boolean flag(String name) {
      JsonNode value = node.path(name);
      if (!value.isBoolean()) {
        throw wrong(at + "/" + name, "is " + shown(value) + "; expected true or false");
      }
      return value.booleanValue();
    }

    String matching(String name, Pattern pattern, String expected) {
      String value = text(name);
      if (!pattern.matcher(value).matches()) {
        throw wrong(at + "/" + name, "is \"" + value + "\"; expected " + expected);
      }
      return value;
    }

    <T> T oneOf(String name, T[] values, Function<T, String> label) {
      String value = text(name).toLowerCase(Locale.ROOT);
      List<String> labels = new ArrayList<>();
      for (T candidate : values) {
        if (label.apply(candidate).equals(value)) {
          return candidate;
        }
        labels.add(label.apply(candidate));
      }
      throw wrong(
          at + "/" + name, "is \"" + value + "\"; expected one of " + String.join(", ", labels));
    }

    SourcedValue concentration(String name) {
      return value(at + "/" + name, node.path(name), NANOMOLAR, "nM");
    }

    SourcedValue ratio(String name, double most) {
      return CatalogReader.this.ratio(at + "/" + name, node.path(name), most);
    }
  }
}
