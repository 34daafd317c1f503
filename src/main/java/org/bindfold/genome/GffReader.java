package org.bindfold.genome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindfold.genome.GffTranscript.Part;
import org.bindfold.io.ByteLines;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.TsvRow;

/**
 * Reads the coding parts of the panel's transcripts from GFF3 or GTF as GENCODE, Ensembl and RefSeq
 * write them. A gene's line stands before those of its transcripts, and those before their parts,
 * as in all three.
 *
 * <p>After the GFF3 specification of the Sequence Ontology, version 1.26.
 */
final class GffReader {
  private static final int COLUMNS = 9;
  private static final int SEQUENCE = 0;
  private static final int TYPE = 2;
  private static final int START = 3;
  private static final int END = 4;
  private static final int STRAND = 6;
  private static final int ATTRIBUTES = 8;
  private static final int MAX_CODING_BASES = 200_000;

  private final InputFile file;
  private final Set<String> genes;
  private final Map<String, String> geneOfId = new HashMap<>();
  private final Map<String, GffTranscript> transcripts = new LinkedHashMap<>();

  GffReader(InputFile file, Set<String> genes) {
    this.file = file;
    this.genes = genes;
  }

  /**
   * The coding transcripts of the wanted genes, in file order.
   *
   * @throws InputException when the file is no GFF, or a line of a wanted gene cannot be read
   */
  List<GffTranscript> read() {
    ByteLines lines = new ByteLines(file);
    boolean any = false;
    while (lines.next()) {
      if (lines.length() == 0 || lines.buffer()[lines.start()] == '#') {
        continue;
      }
      TsvRow row = TsvRow.of(lines.text());
      if (lines.tooLong() || row.width() != COLUMNS) {
        throw InputException.line(
            file.name(),
            lines.number(),
            "has " + row.width() + " tab-separated columns; expected the 9 of GFF3 or GTF.");
      }
      any = true;
      feature(row, lines.number());
    }
    if (!any) {
      throw InputException.file(file.name(), "holds no features; expected GFF3 or GTF.");
    }
    return transcripts.values().stream().filter(t -> !t.parts().isEmpty()).toList();
  }

  private void feature(TsvRow row, long line) {
    Map<String, String> attributes = attributes(row.raw(ATTRIBUTES));
    switch (row.raw(TYPE)) {
      case "gene" -> symbol(attributes).ifPresent(g -> remember(attributes, g));
      case "transcript", "mRNA" ->
          gene(attributes).ifPresent(gene -> transcript(gene, row, attributes));
      case "CDS" -> part(row, attributes, line);
      default -> {}
    }
  }

  private void remember(Map<String, String> attributes, String gene) {
    Optional.ofNullable(attributes.get("ID")).ifPresent(id -> geneOfId.put(id, gene));
  }

  /** The wanted gene that a feature names itself. */
  private Optional<String> symbol(Map<String, String> attributes) {
    return List.of("gene_name", "gene", "Name").stream()
        .flatMap(key -> Optional.ofNullable(attributes.get(key)).stream())
        .filter(genes::contains)
        .findFirst();
  }

  private Optional<String> gene(Map<String, String> attributes) {
    Optional<String> parent = Optional.ofNullable(attributes.get("Parent")).map(geneOfId::get);
    return parent.or(() -> symbol(attributes));
  }

  private void transcript(String gene, TsvRow row, Map<String, String> attributes) {
    String key = attributes.getOrDefault("ID", attributes.getOrDefault("transcript_id", ""));
    String accession =
        attributes.getOrDefault("transcript_id", key.replaceFirst("^[a-z]+[:-]", ""));
    Set<String> tags = new HashSet<>(Arrays.asList(attributes.getOrDefault("tag", "").split(",")));
    transcripts.putIfAbsent(
        key,
        new GffTranscript(
            accession,
            gene,
            row.raw(SEQUENCE),
            row.raw(STRAND).equals("-"),
            tags,
            new ArrayList<>()));
  }

  private void part(TsvRow row, Map<String, String> attributes, long line) {
    String parent = attributes.getOrDefault("Parent", attributes.getOrDefault("transcript_id", ""));
    GffTranscript transcript = transcripts.get(parent);
    if (transcript == null) {
      return;
    }
    String start = row.raw(START);
    String end = row.raw(END);
    if (!start.matches("[1-9]\\d{0,8}") || !end.matches("[1-9]\\d{0,8}")) {
      throw InputException.line(
          file.name(), line, "has start or end that is no position; expected them 1-based.");
    }
    Part part = new Part(Integer.parseInt(start), Integer.parseInt(end));
    if (part.length() < 1 || transcript.codingLength() + part.length() > MAX_CODING_BASES) {
      throw InputException.line(
          file.name(),
          line,
          "makes a coding sequence of "
              + transcript.id()
              + " that cannot be; its parts end before they start or exceed 200,000 bases.");
    }
    transcript.parts().add(part);
  }

  /** {@code key=value;...} of GFF3, or {@code key "value"; ...} of GTF, whose tags may repeat. */
  private static Map<String, String> attributes(String text) {
    return Arrays.stream(text.split(";"))
        .map(String::strip)
        .filter(field -> !field.isEmpty())
        .map(field -> field.split(field.contains("=") ? "=" : "\\s+", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> pair[1].strip().replaceFirst("^\"(.*)\"$", "$1"),
                (a, b) -> a + "," + b));
  }
}
