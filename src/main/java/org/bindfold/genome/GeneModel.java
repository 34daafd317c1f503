package org.bindfold.genome;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bindfold.genome.AlleleEffect.Changed;
import org.bindfold.genome.AlleleEffect.NotStored;
import org.bindfold.genome.AlleleEffect.NotUsable;
import org.bindfold.genome.AlleleEffect.Outside;
import org.bindfold.genome.AlleleEffect.ReferenceMismatch;
import org.bindfold.io.PrintableText;
import org.bindfold.sequence.CodingChange;
import org.bindfold.sequence.CodingSequence;
import org.bindfold.sequence.GeneticCode;
import org.bindfold.sequence.ProteinChange;
import org.bindfold.sequence.ProteinChange.Effect;

/**
 * The coding exons of one transcript on both assemblies: from a position on the genome to one in
 * the coding sequence, to the protein. Genome positions are 1-based, on the forward strand.
 */
public final class GeneModel {
  /** An intron's first two and last two bases are the splice site. */
  private static final int SPLICE_SITE_BASES = 2;

  private final String gene;
  private final String chromosome;
  private final boolean minusStrand;
  private final List<Exon> exons;
  private final CodingSequence coding;
  private final Set<Assembly> assemblies;
  private final Optional<GenomeStretch> genome;

  /**
   * A transcript whose positions are known on both assemblies.
   *
   * @param gene HGNC symbol
   * @param chromosome with prefix
   * @param minusStrand whether it is read against the direction of the genome's positions
   * @param exons coding parts, in the direction of the transcript
   * @param coding its coding sequence, or the stretch of it that is known
   */
  GeneModel(
      String gene,
      String chromosome,
      boolean minusStrand,
      List<Exon> exons,
      CodingSequence coding) {
    this(
        gene,
        chromosome,
        minusStrand,
        exons,
        coding,
        EnumSet.allOf(Assembly.class),
        Optional.empty());
  }

  /** A transcript whose positions are known on some assemblies only, and perhaps its introns. */
  GeneModel(
      String gene,
      String chromosome,
      boolean minusStrand,
      List<Exon> exons,
      CodingSequence coding,
      Set<Assembly> assemblies,
      Optional<GenomeStretch> genome) {
    this.gene = gene;
    this.chromosome = chromosome;
    this.minusStrand = minusStrand;
    this.exons = List.copyOf(exons);
    this.coding = coding;
    this.assemblies = EnumSet.copyOf(assemblies);
    this.genome = genome;
  }

  /** HGNC symbol. */
  public String gene() {
    return gene;
  }

  /** With prefix: {@code chr9}. */
  public String chromosome() {
    return chromosome;
  }

  /** Accession of the transcript. */
  public String transcript() {
    return coding.transcript();
  }

  /** The coding sequence, or the stretch of it that is known. */
  public CodingSequence codingSequence() {
    return coding;
  }

  /** Whether its positions on an assembly are known. */
  public boolean isOn(Assembly assembly) {
    return assemblies.contains(assembly);
  }

  /** Lowest genome position of the coding exons. */
  public int start(Assembly assembly) {
    return exons.stream().mapToInt(exon -> exon.start(assembly)).min().orElseThrow();
  }

  /** Highest genome position of the coding exons. */
  public int end(Assembly assembly) {
    return exons.stream().mapToInt(exon -> exon.end(assembly)).max().orElseThrow();
  }

  /** CDS position, 1-based, of a genome position; empty outside the coding exons. */
  public OptionalInt codingPosition(Assembly assembly, int position) {
    return exonAt(assembly, position)
        .map(exon -> OptionalInt.of(codingPosition(exon, assembly, position)))
        .orElse(OptionalInt.empty());
  }

  /** The base on the forward strand; empty where no base is known. */
  public Optional<Character> base(Assembly assembly, int position) {
    if (genome.isPresent()) {
      return genome.get().base(position);
    }
    OptionalInt at = codingPosition(assembly, position);
    return at.isEmpty()
        ? Optional.empty()
        : coding.base(at.getAsInt()).map(base -> onTranscriptStrand("" + base).charAt(0));
  }

  /** What an allele of this chromosome does to the gene. */
  public AlleleEffect effect(Assembly assembly, GenomicAllele allele) {
    String reference = allele.reference();
    for (int i = 0; i < reference.length(); i++) {
      Optional<Character> expected = base(assembly, allele.position() + i);
      if (expected.isPresent() && expected.get() != reference.charAt(i)) {
        return new ReferenceMismatch(allele.position() + i, reference.charAt(i), expected.get());
      }
    }
    Edit edit = Edit.of(allele).leftAligned(position -> base(assembly, position));
    // An insertion changes no base: its two neighbours say where it stands.
    int first = edit.removed().isEmpty() ? edit.position() - 1 : edit.position();
    int last =
        edit.removed().isEmpty() ? edit.position() : edit.position() + edit.removed().length() - 1;
    Optional<Exon> exon = exonAt(assembly, first);
    if (exon.isPresent() && exon.get().holds(assembly, last)) {
      return inExon(exon.get(), assembly, edit, last);
    }
    Optional<Effect> end = edit.removed().isEmpty() ? Optional.empty() : lostEnd(assembly, edit);
    if (end.isPresent()) {
      String hgvs = end.get() == Effect.START_LOST ? "p.Met1?" : "p.?";
      return new Changed(ProteinChange.other(end.get(), hgvs), Optional.empty());
    }
    return touchesSpliceSite(assembly, first, last)
        ? new Changed(
            ProteinChange.other(Effect.UNKNOWN, "p.?"), intronNotation(assembly, edit, first, last))
        : new Outside();
  }

  private AlleleEffect inExon(Exon exon, Assembly assembly, Edit edit, int last) {
    if (!edit.inserted().matches("[ACGT]*")) {
      return new NotUsable(
          "has ALT " + PrintableText.shown(edit.inserted()) + "; expected bases A, C, G and T");
    }
    String removed = onTranscriptStrand(edit.removed());
    String inserted = onTranscriptStrand(edit.inserted());
    // On the minus strand the last genome base comes first; an insertion stands before `position`
    // on the genome, which is after it in the transcript.
    int at =
        minusStrand
            ? codingPosition(exon, assembly, edit.removed().isEmpty() ? edit.position() - 1 : last)
            : codingPosition(exon, assembly, edit.position());
    Optional<CodingChange> change = coding.replace(at, removed, inserted);
    return change
        .<AlleleEffect>map(c -> new Changed(c.protein(), Optional.of(c.coding())))
        .orElseGet(() -> new NotStored(at));
  }

  /**
   * A deletion that begins or ends outside the coding sequence and takes its first or last codon.
   */
  private Optional<Effect> lostEnd(Assembly assembly, Edit edit) {
    int codingLength = 3 * (coding.protein().length() + 1);
    for (int i = 0; i < edit.removed().length(); i++) {
      OptionalInt at = codingPosition(assembly, edit.position() + i);
      if (at.isPresent() && at.getAsInt() <= 3) {
        return Optional.of(Effect.START_LOST);
      }
      if (at.isPresent() && at.getAsInt() > codingLength - 3) {
        return Optional.of(Effect.STOP_LOST);
      }
    }
    return Optional.empty();
  }

  /**
   * Only between exons: before the start codon and after the stop codon there is no splice site
   * here.
   */
  private boolean touchesSpliceSite(Assembly assembly, int first, int last) {
    for (int i = 0; i + 1 < exons.size(); i++) {
      Exon lower = exons.get(minusStrand ? i + 1 : i);
      Exon upper = exons.get(minusStrand ? i : i + 1);
      int intronStart = lower.end(assembly) + 1;
      int intronEnd = upper.start(assembly) - 1;
      boolean donor = last >= intronStart && first < intronStart + SPLICE_SITE_BASES;
      boolean acceptor = last > intronEnd - SPLICE_SITE_BASES && first <= intronEnd;
      if (donor || acceptor) {
        return true;
      }
    }
    return false;
  }

  /** {@code c.822+1G>A}, for single bases only. */
  private Optional<String> intronNotation(Assembly assembly, Edit edit, int first, int last) {
    if (first != last || edit.removed().length() != 1 || edit.inserted().length() != 1) {
      return Optional.empty();
    }
    for (int distance = 1; distance <= SPLICE_SITE_BASES; distance++) {
      int direction = minusStrand ? -1 : 1;
      Optional<String> place = Optional.empty();
      Optional<Exon> before = exonAt(assembly, first - direction * distance);
      Optional<Exon> after = exonAt(assembly, first + direction * distance);
      if (before.isPresent()) {
        place = Optional.of(before.get().codingEnd() + "+" + distance);
      } else if (after.isPresent()) {
        place = Optional.of(after.get().codingStart() + "-" + distance);
      }
      if (place.isPresent()) {
        String change =
            onTranscriptStrand(edit.removed()) + ">" + onTranscriptStrand(edit.inserted());
        return Optional.of("c." + place.get() + change);
      }
    }
    return Optional.empty();
  }

  /** A base of the forward strand as the transcript has it. */
  public char onTranscriptStrand(char base) {
    return onTranscriptStrand(String.valueOf(base)).charAt(0);
  }

  private int codingPosition(Exon exon, Assembly assembly, int position) {
    return minusStrand
        ? exon.codingStart() + (exon.end(assembly) - position)
        : exon.codingStart() + (position - exon.start(assembly));
  }

  private Optional<Exon> exonAt(Assembly assembly, int position) {
    return exons.stream().filter(exon -> exon.holds(assembly, position)).findFirst();
  }

  private String onTranscriptStrand(String bases) {
    return minusStrand ? GeneticCode.reverseComplement(bases) : bases;
  }
}
