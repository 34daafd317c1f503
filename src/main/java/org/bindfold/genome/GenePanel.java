package org.bindfold.genome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindfold.io.ResourceTable;

/**
 * The genes whose variants, copies or expression the bundled drugs depend on, and where they lie on
 * the genome, from {@code gene-spans.tsv}. Genes that a user's drug catalog adds have no span here.
 */
public final class GenePanel {
  private static final Map<Assembly, List<GeneSpan>> SPANS = load();
  private static final Set<String> SYMBOLS = symbols(SPANS.get(Assembly.GRCH38));

  private GenePanel() {}

  /** HGNC symbols of all genes of the panel, sorted. */
  public static Set<String> symbols() {
    return SYMBOLS;
  }

  /** The spans of all genes of the panel, by symbol. */
  public static List<GeneSpan> spans(Assembly assembly) {
    return SPANS.get(assembly);
  }

  /** The span of one gene by HGNC symbol; empty when it is not on the panel. */
  public static Optional<GeneSpan> span(Assembly assembly, String gene) {
    return spans(assembly).stream().filter(span -> span.gene().equals(gene)).findFirst();
  }

  // Loops, since the panel is on the way of every cold start.
  private static Map<Assembly, List<GeneSpan>> load() {
    List<Map<String, String>> rows =
        ResourceTable.read("/org/bindfold/genome/gene-spans.tsv").rows();
    Map<Assembly, List<GeneSpan>> spans = new EnumMap<>(Assembly.class);
    for (Assembly assembly : Assembly.values()) {
      String prefix = assembly.toString().toLowerCase(Locale.ROOT);
      List<GeneSpan> onAssembly = new ArrayList<>();
      for (Map<String, String> row : rows) {
        onAssembly.add(
            new GeneSpan(
                row.get("gene"),
                row.get("chromosome"),
                Integer.parseInt(row.get(prefix + "_start")),
                Integer.parseInt(row.get(prefix + "_end"))));
      }
      spans.put(assembly, List.copyOf(onAssembly));
    }
    return spans;
  }

  private static Set<String> symbols(List<GeneSpan> spans) {
    Set<String> symbols = new LinkedHashSet<>();
    for (GeneSpan span : spans) {
      symbols.add(span.gene());
    }
    return Collections.unmodifiableSet(symbols);
  }
}
