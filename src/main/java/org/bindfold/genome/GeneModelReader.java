package org.bindfold.genome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindfold.genome.GffTranscript.Part;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.CodingSequence;
import org.bindfold.sequence.GeneticCode;
import org.bindfold.sequence.ProteinSequence;

/**
 * Makes gene models of an annotation (GFF3 or GTF) and a genome (indexed FASTA). Of a gene's
 * transcripts that one is taken whose protein is the gene's UniProt sequence, where that is
 * bundled, so that residues are counted as everywhere else; else MANE Select, the canonical, the
 * longest.
 */
final class GeneModelReader {
  private final InputFile gff;
  private final GenomeSequence genome;
  private final Set<String> genes;

  GeneModelReader(InputFile gff, GenomeSequence genome, Set<String> genes) {
    this.gff = gff;
    this.genome = genome;
    this.genes = genes;
  }

  /**
   * One model per gene that the annotation has.
   *
   * @throws InputException when there is none of the panel, or a gene whose protein is bundled has
   *     no transcript that makes it
   */
  List<GeneModel> read() {
    Map<String, List<GffTranscript>> byGene = new LinkedHashMap<>();
    for (GffTranscript transcript : new GffReader(gff, genes).read()) {
      byGene.computeIfAbsent(transcript.gene(), gene -> new ArrayList<>()).add(transcript);
    }
    if (byGene.isEmpty()) {
      throw InputException.file(
          gff.name(), "has no coding transcript of any gene of the panel; is it of human genes?");
    }
    List<GeneModel> models = new ArrayList<>();
    byGene.forEach((gene, transcripts) -> models.add(model(gene, transcripts)));
    return models;
  }

  private GeneModel model(String gene, List<GffTranscript> transcripts) {
    Optional<ProteinSequence> known = BundledSequences.ofGene(gene);
    List<GffTranscript> ordered = new ArrayList<>(transcripts);
    ordered.sort(
        Comparator.comparingInt(GffTranscript::rank)
            .thenComparing(Comparator.comparingInt(GffTranscript::codingLength).reversed())
            .thenComparing(GffTranscript::id));
    for (GffTranscript transcript : ordered) {
      String bases = coding(transcript);
      String protein = GeneticCode.translate(bases);
      boolean whole =
          bases.length() % 3 == 0
              && protein.startsWith("M")
              && protein.indexOf(GeneticCode.STOP) == protein.length() - 1;
      String residues = whole ? protein.substring(0, protein.length() - 1) : "";
      if (whole && known.map(p -> p.residues().equals(residues)).orElse(true)) {
        ProteinSequence sequence =
            known.orElseGet(() -> new ProteinSequence(transcript.id(), gene, residues));
        return model(transcript, new CodingSequence(transcript.id(), sequence, 1, bases));
      }
    }
    throw InputException.file(
        gff.name(),
        "has "
            + transcripts.size()
            + " transcripts of "
            + gene
            + ", and none of them makes "
            + known.map(p -> "the protein " + p.accession()).orElse("a whole protein")
            + " from the FASTA; are both of one assembly?");
  }

  private GeneModel model(GffTranscript transcript, CodingSequence coding) {
    List<Exon> exons = new ArrayList<>();
    int codingStart = 1;
    for (Part part : transcript.inOrder()) {
      int codingEnd = codingStart + part.length() - 1;
      exons.add(
          new Exon(
              exons.size() + 1,
              part.start(),
              part.end(),
              part.start(),
              part.end(),
              codingStart,
              codingEnd));
      codingStart = codingEnd + 1;
    }
    int start = transcript.parts().stream().mapToInt(Part::start).min().orElseThrow();
    int end = transcript.parts().stream().mapToInt(Part::end).max().orElseThrow();
    if (end - start > GenomeStretch.MAX_BASES) {
      throw InputException.file(
          gff.name(), "spreads " + transcript.id() + " over more than 5,000,000 bases.");
    }
    int from = Math.max(1, start - GenomeStretch.MARGIN);
    GenomeStretch around =
        new GenomeStretch(
            from, genome.bases(transcript.sequence(), from, end + GenomeStretch.MARGIN));
    return new GeneModel(
        transcript.gene(),
        GenomeSequence.chromosome(transcript.sequence()),
        transcript.minusStrand(),
        exons,
        coding,
        genome.assemblies(),
        Optional.of(around));
  }

  private String coding(GffTranscript transcript) {
    StringBuilder bases = new StringBuilder();
    for (Part part : transcript.inOrder()) {
      String forward = genome.bases(transcript.sequence(), part.start(), part.end());
      bases.append(transcript.minusStrand() ? GeneticCode.reverseComplement(forward) : forward);
    }
    // Ensembl and RefSeq count the stop codon as coding, GTF does not.
    String text = bases.toString();
    return text.length() % 3 == 0 && !GeneticCode.translate(text).endsWith("*")
        ? withStopCodon(transcript, text)
        : text;
  }

  /** Adds the stop codon that a GTF leaves out of its CDS; the exon is then three bases longer. */
  private String withStopCodon(GffTranscript transcript, String bases) {
    List<Part> ordered = transcript.inOrder();
    Part last = ordered.get(ordered.size() - 1);
    Part longer =
        transcript.minusStrand()
            ? new Part(last.start() - 3, last.end())
            : new Part(last.start(), last.end() + 3);
    String forward =
        transcript.minusStrand()
            ? genome.bases(transcript.sequence(), longer.start(), last.start() - 1)
            : genome.bases(transcript.sequence(), last.end() + 1, longer.end());
    String codon = transcript.minusStrand() ? GeneticCode.reverseComplement(forward) : forward;
    if (!GeneticCode.translate(codon).equals("*")) {
      return bases;
    }
    transcript.parts().set(transcript.parts().indexOf(last), longer);
    return bases + codon;
  }
}
