package org.bindfold.variant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.Chromosomes;
import org.bindfold.genome.GeneNames;
import org.bindfold.genome.GenePanel;
import org.bindfold.genome.GeneSpan;
import org.bindfold.io.ByteLines;
import org.bindfold.io.InputFile;
import org.bindfold.io.PrintableText;
import org.bindfold.io.ResourceTable;
import org.bindfold.variant.FusionCall.BreakpointType;

/**
 * Reads fusion calls of STAR-Fusion and of Arriba. A fusion counts where a gene of the panel is its
 * downstream partner; the reciprocal one, and those of other genes, are off the panel.
 */
final class FusionReader {
  private static final List<Map<String, String>> EXONS =
      ResourceTable.read("/org/bindfold/genome/exons.tsv").rows();

  private final InputFile file;
  private final VariantReadOptions options;
  private final Tally tally;
  private final List<FusionCall> fusions = new ArrayList<>();
  private int reported;

  FusionReader(InputFile file, VariantReadOptions options) {
    this.file = file;
    this.options = options;
    this.tally = new Tally(file.name());
  }

  /** Whether a line names the columns of one of the two programs. */
  static boolean isHeader(String line) {
    return Columns.of(line).isPresent();
  }

  VariantSet read(String header, ByteLines lines) {
    Columns columns = Columns.of(header).orElseThrow();
    while (lines.next()) {
      if (lines.length() == 0) {
        continue;
      }
      try {
        row(lines.number(), columns.row(lines.text()));
      } catch (IllegalArgumentException e) {
        tally.skip(lines.number(), lines.text(), e.getMessage() + ".");
      }
    }
    VariantSet.Counts counts = tally.counts();
    return new VariantSet(
        file.name(),
        file.sha256(),
        columns.format,
        Optional.empty(),
        "fusions are placed by the exons they join",
        Optional.empty(),
        List.of(),
        new VariantSet.Counts(
            counts.read() + reported,
            reported,
            counts.offPanel(),
            0,
            counts.filtered(),
            counts.skipped()),
        tally.skipped(),
        tally.notes(),
        fusions);
  }

  private void row(long line, Row row) {
    String upstream = GeneNames.symbol(row.upstream);
    String downstream = GeneNames.symbol(row.downstream);
    boolean reciprocal = upstream.equals("ABL1") && downstream.equals("BCR");
    if (!options.panelGenes().contains(downstream) || upstream.equals(downstream) || reciprocal) {
      tally.offPanel(1);
      return;
    }
    if (row.lowConfidence && !options.includeFiltered()) {
      tally.filtered(1);
      return;
    }
    Optional<Integer> last = exon(upstream, row.upstreamBreakpoint, true);
    Optional<Integer> first = exon(downstream, row.downstreamBreakpoint, false);
    boolean bcrAbl = upstream.equals("BCR") && downstream.equals("ABL1");
    Optional<String> junction =
        last.isPresent() && first.isPresent()
            ? Optional.of("e" + last.get() + "a" + first.get())
            : Optional.empty();
    if (bcrAbl && junction.isEmpty()) {
      throw new IllegalArgumentException(
          "joins BCR and ABL1 at breakpoints that are in neither gene on GRCh37 or GRCh38: "
              + PrintableText.shown(row.upstreamBreakpoint + " and " + row.downstreamBreakpoint));
    }
    reported++;
    FusionCall call =
        new FusionCall(
            file.name(),
            line,
            upstream,
            downstream,
            junction.filter(text -> bcrAbl),
            bcrAbl ? last.map(BreakpointType::ofLastExon) : Optional.empty(),
            row.reads);
    fusions.add(call);
    tally.note(
        "line "
            + line
            + " establishes "
            + call.name()
            + (row.reads.isPresent() ? ", " + row.reads.getAsInt() + " reads across it." : "."));
  }

  /**
   * The exon next to a breakpoint that the fusion keeps: the last that begins before it, or the
   * first that ends behind it. The two assemblies place these genes apart, so that a position tells
   * its own.
   */
  private static Optional<Integer> exon(String gene, String breakpoint, boolean upstream) {
    String[] parts = breakpoint.split(":", -1);
    if (parts.length < 2 || !parts[1].matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "has breakpoint \""
              + PrintableText.shown(breakpoint)
              + "\"; expected like chr22:23290413");
    }
    int position = Integer.parseInt(parts[1]);
    String chromosome = Chromosomes.canonicalName(parts[0]);
    for (Assembly assembly : Assembly.values()) {
      String prefix = assembly.toString().toLowerCase(Locale.ROOT);
      Optional<GeneSpan> span = GenePanel.span(assembly, gene);
      if (span.isEmpty()
          || !span.get().chromosome().equals(chromosome)
          || position < span.get().start()
          || position > span.get().end()) {
        continue;
      }
      int found = 0;
      for (Map<String, String> row : EXONS) {
        int start = Integer.parseInt(row.get(prefix + "_start"));
        int end = Integer.parseInt(row.get(prefix + "_end"));
        int number = Integer.parseInt(row.get("exon"));
        // A first exon has no splice site before it, so a fusion never splices onto it.
        boolean keeps = upstream ? start <= position : end >= position && number > 1 && found == 0;
        if (row.get("gene").equals(gene) && keeps) {
          found = number;
        }
      }
      if (found > 0) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Which columns hold what. */
  private static final class Columns {
    private final String format;
    private final Map<String, Integer> indexes;
    private final int width;

    private Columns(String format, Map<String, Integer> indexes, int width) {
      this.format = format;
      this.indexes = indexes;
      this.width = width;
    }

    static Optional<Columns> of(String header) {
      Map<String, Integer> indexes = new HashMap<>();
      String[] names = header.replaceFirst("^#", "").split("\t", -1);
      for (int i = 0; i < names.length; i++) {
        indexes.putIfAbsent(names[i].strip().toLowerCase(Locale.ROOT), i);
      }
      if (indexes
          .keySet()
          .containsAll(List.of("leftgene", "leftbreakpoint", "rightgene", "rightbreakpoint"))) {
        return Optional.of(new Columns("STAR-Fusion calls", indexes, names.length));
      }
      return indexes.keySet().containsAll(List.of("gene1", "gene2", "breakpoint1", "breakpoint2"))
          ? Optional.of(new Columns("Arriba calls", indexes, names.length))
          : Optional.empty();
    }

    Row row(String line) {
      String[] cells = line.split("\t", -1);
      if (cells.length != width) {
        throw new IllegalArgumentException(
            "has " + cells.length + " columns; expected " + width + ", as the header has");
      }
      boolean star = format.startsWith("STAR");
      // STAR-Fusion writes SYMBOL^accession.
      return new Row(
          cell(cells, star ? "leftgene" : "gene1").split("\\^")[0],
          cell(cells, star ? "rightgene" : "gene2").split("\\^")[0],
          cell(cells, star ? "leftbreakpoint" : "breakpoint1"),
          cell(cells, star ? "rightbreakpoint" : "breakpoint2"),
          cell(cells, "confidence").equals("low"),
          star ? count(cells, "junctionreadcount") : sum(cells));
    }

    private OptionalInt sum(String[] cells) {
      OptionalInt first = count(cells, "split_reads1");
      OptionalInt second = count(cells, "split_reads2");
      return first.isPresent() && second.isPresent()
          ? OptionalInt.of(first.getAsInt() + second.getAsInt())
          : OptionalInt.empty();
    }

    private OptionalInt count(String[] cells, String column) {
      String text = cell(cells, column);
      return text.matches("\\d{1,9}")
          ? OptionalInt.of(Integer.parseInt(text))
          : OptionalInt.empty();
    }

    private String cell(String[] cells, String column) {
      Integer index = indexes.get(column);
      return index == null ? "" : cells[index].strip();
    }
  }

  private record Row(
      String upstream,
      String downstream,
      String upstreamBreakpoint,
      String downstreamBreakpoint,
      boolean lowConfidence,
      OptionalInt reads) {}
}
