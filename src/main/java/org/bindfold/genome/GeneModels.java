package org.bindfold.genome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.ResourceTable;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.CodingSequence;
import org.bindfold.sequence.FastaEntry;

/** The transcripts by which positions on the genome become protein changes. */
public final class GeneModels {
  private static final String EXONS = "/org/bindfold/genome/exons.tsv";
  private static final String CODING_SEQUENCES = "/org/bindfold/genome/coding-sequences.fasta";
  private static final GeneModels BUNDLED = load();

  private final List<GeneModel> models;

  GeneModels(List<GeneModel> models) {
    this.models = List.copyOf(models);
  }

  /** Those that come with the program. */
  public static GeneModels bundled() {
    return BUNDLED;
  }

  /**
   * Those of an annotation and a genome; for genes that it has not, those that come with the
   * program.
   *
   * @param gff GFF3 or GTF of GENCODE, Ensembl or RefSeq
   * @param fasta path of the genome, with its index beside it
   * @throws InputException when one of the two cannot be used
   */
  public static GeneModels of(InputFile gff, String fasta) {
    try (GenomeSequence genome = GenomeSequence.open(fasta)) {
      List<GeneModel> models =
          new ArrayList<>(new GeneModelReader(gff, genome, GenePanel.symbols()).read());
      List<String> genes = models.stream().map(GeneModel::gene).toList();
      BUNDLED.models.stream().filter(m -> !genes.contains(m.gene())).forEach(models::add);
      return new GeneModels(models);
    }
  }

  /** All of them. */
  public List<GeneModel> all() {
    return models;
  }

  /** The model of a gene by HGNC symbol. */
  public Optional<GeneModel> of(String gene) {
    return models.stream().filter(model -> model.gene().equals(gene)).findFirst();
  }

  /** Those whose positions are known on an assembly. */
  public List<GeneModel> on(Assembly assembly) {
    return models.stream().filter(model -> model.isOn(assembly)).toList();
  }

  /** The model of a transcript by accession, with or without version. */
  public Optional<GeneModel> ofTranscript(String accession) {
    String bare = accession.replaceFirst("\\.\\d+$", "");
    return models.stream()
        .filter(model -> model.transcript().replaceFirst("\\.\\d+$", "").equals(bare))
        .findFirst();
  }

  private static GeneModels load() {
    Map<String, List<Map<String, String>>> exonsByTranscript =
        ResourceTable.read(EXONS).rows().stream()
            .collect(Collectors.groupingBy(row -> row.get("transcript")));
    List<GeneModel> models = new ArrayList<>();
    for (FastaEntry entry : FastaEntry.ofResource(CODING_SEQUENCES)) {
      String accession = entry.attribute("protein").orElseThrow();
      CodingSequence coding =
          new CodingSequence(
              entry.accession(),
              BundledSequences.of(accession).orElseThrow(),
              Integer.parseInt(entry.attribute("first").orElseThrow()),
              entry.letters());
      models.add(model(exonsByTranscript.get(entry.accession()), coding));
    }
    return new GeneModels(models);
  }

  private static GeneModel model(List<Map<String, String>> rows, CodingSequence coding) {
    List<Exon> exons =
        rows.stream()
            .map(
                row ->
                    new Exon(
                        Integer.parseInt(row.get("exon")),
                        Integer.parseInt(row.get("grch37_start")),
                        Integer.parseInt(row.get("grch37_end")),
                        Integer.parseInt(row.get("grch38_start")),
                        Integer.parseInt(row.get("grch38_end")),
                        Integer.parseInt(row.get("cds_start")),
                        Integer.parseInt(row.get("cds_end"))))
            .toList();
    Map<String, String> first = rows.get(0);
    boolean minusStrand = first.get("strand").equals("-");
    return new GeneModel(first.get("gene"), first.get("chrom"), minusStrand, exons, coding);
  }
}
