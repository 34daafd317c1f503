package org.bindfold.variant;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GenePanel;
import org.bindfold.genome.GenomePosition;
import org.bindfold.genome.TranscribedExon;
import org.bindfold.genome.TranscriptExons;

/**
 * What one gene keeps in a fusion, on its own exons.
 *
 * @param exon the last one kept of the gene that gives the start, the first one of the other; empty
 *     when not known
 * @param coding CDS position, 1-based, of the last or first base that is kept; empty when not known
 *     and where it is not translated
 * @param place where the breakpoint lies
 */
record FusionSide(OptionalInt exon, OptionalInt coding, Place place) {

  /** Where a breakpoint lies in its gene. */
  enum Place {
    /** In an exon, but not at the splice site where the fusion leaves or enters it. */
    INSIDE_EXON,
    /** At that splice site. */
    SPLICE_SITE,
    /**
     * In the first exon of the gene that gives the rest, before which there is no splice site: cut
     * in DNA, the exon is left out; in a transcript the rest of it would be there.
     */
    FIRST_EXON,
    /** The stop codon lies before it. */
    BEHIND_STOP_CODON,
    /** In an intron, or before the gene, or not told. */
    NOT_IN_EXON
  }

  /** Whether the breakpoint lies in an exon. */
  boolean isInExon() {
    return place == Place.INSIDE_EXON || place == Place.SPLICE_SITE;
  }

  /** Whether a position lies in a gene, introns and untranslated ends included. */
  static boolean isIn(String gene, GenomePosition at, Assembly assembly) {
    return GenePanel.span(assembly, gene)
        .filter(span -> span.chromosome().equals(at.chromosome()))
        .filter(span -> at.position() >= span.start() && at.position() <= span.end())
        .isPresent();
  }

  /**
   * Places one side. An exon that the caller numbers goes before the one next to the breakpoint.
   *
   * @param gene HGNC symbol
   * @param assembly of the breakpoint
   * @param givesStart whether the gene gives the start of the fusion
   * @throws IllegalArgumentException when the breakpoint is not in the gene, or the exon not in the
   *     transcript
   */
  static FusionSide of(
      String gene, FusionRow.End end, Optional<Assembly> assembly, boolean givesStart) {
    Optional<TranscriptExons> known = TranscriptExons.of(gene);
    if (known.isEmpty() || end.antisense()) {
      return unplaced(end.antisense() ? OptionalInt.empty() : end.exon());
    }
    TranscriptExons exons = known.get();
    Optional<TranscribedExon> stated = stated(exons, end, givesStart);
    boolean inGene =
        end.breakpoint().isPresent()
            && assembly.isPresent()
            && isIn(gene, end.breakpoint().get(), assembly.get());
    if (inGene) {
      return at(exons, stated, end.breakpoint().get().position(), assembly.get(), givesStart);
    }
    if (stated.isEmpty() && end.breakpoint().isPresent()) {
      throw new IllegalArgumentException(
          "has breakpoint "
              + end.breakpoint().get()
              + ", which is not in "
              + gene
              + " on GRCh37 or GRCh38");
    }
    return stated
        .map(exon -> spliced(exons, exon, givesStart))
        .orElse(unplaced(OptionalInt.empty()));
  }

  private static FusionSide unplaced(OptionalInt exon) {
    return new FusionSide(exon, OptionalInt.empty(), Place.NOT_IN_EXON);
  }

  /** The exon that the caller numbers, where its transcript counts as ours does. */
  private static Optional<TranscribedExon> stated(
      TranscriptExons exons, FusionRow.End end, boolean givesStart) {
    if (end.exon().isEmpty() || end.transcript().isEmpty()) {
      return Optional.empty();
    }
    int number = end.exon().getAsInt();
    if (!exons.sharesExon(end.transcript().get(), number)) {
      return Optional.empty();
    }
    int lowest = givesStart ? 1 : 2;
    if (number < lowest || number > exons.all().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "has exon %d of %s; expected %d to %d",
              number,
              exons.gene(),
              lowest,
              exons.all().size()));
    }
    return exons.exon(number);
  }

  private static FusionSide at(
      TranscriptExons exons,
      Optional<TranscribedExon> stated,
      int position,
      Assembly assembly,
      boolean givesStart) {
    Optional<TranscribedExon> kept =
        stated.or(
            () ->
                givesStart
                    ? exons.lastKept(assembly, position)
                    : exons.firstKept(assembly, position));
    if (kept.isEmpty()) {
      // Before the first exon of the one gene, behind the last coding exon of the other.
      return givesStart
          ? unplaced(OptionalInt.empty())
          : new FusionSide(OptionalInt.empty(), OptionalInt.empty(), Place.BEHIND_STOP_CODON);
    }
    TranscribedExon exon = kept.get();
    if (exon.holds(assembly, position)) {
      int spliceSite = givesStart ? exon.end(assembly) : exon.start(assembly);
      return side(
          exons,
          exon,
          exon.codingPosition(assembly, position),
          position == spliceSite ? Place.SPLICE_SITE : Place.INSIDE_EXON,
          givesStart);
    }
    FusionSide spliced = spliced(exons, exon, givesStart);
    boolean inFirst = !givesStart && exons.all().get(0).holds(assembly, position);
    return inFirst ? new FusionSide(spliced.exon, spliced.coding, Place.FIRST_EXON) : spliced;
  }

  /** A side that keeps an exon as far as its splice site. */
  private static FusionSide spliced(
      TranscriptExons exons, TranscribedExon exon, boolean givesStart) {
    int coding = givesStart ? exon.codingEnd() : exon.codingStart();
    return side(exons, exon, OptionalInt.of(coding), Place.NOT_IN_EXON, givesStart);
  }

  private static FusionSide side(
      TranscriptExons exons,
      TranscribedExon exon,
      OptionalInt coding,
      Place place,
      boolean givesStart) {
    boolean readsToStop =
        givesStart && coding.isPresent() && coding.getAsInt() >= exons.codingLength();
    return new FusionSide(
        OptionalInt.of(exon.number()), coding, readsToStop ? Place.BEHIND_STOP_CODON : place);
  }
}
