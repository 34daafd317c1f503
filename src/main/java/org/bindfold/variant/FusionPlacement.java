package org.bindfold.variant;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GeneNames;
import org.bindfold.genome.GenomePosition;
import org.bindfold.genome.TranscriptExons;
import org.bindfold.sequence.ProteinDomain;
import org.bindfold.sequence.ProteinDomain.Kind;
import org.bindfold.sequence.ProteinDomain.Retention;
import org.bindfold.sequence.ReadingFrame;
import org.bindfold.variant.FusionSide.Place;

/**
 * Places a row on the exons of BCR and ABL1: which ones meet, in which frame, and what is left of
 * ABL1's kinase domain.
 */
final class FusionPlacement {
  private FusionPlacement() {}

  /**
   * Places one row.
   *
   * @param asked the assembly that the positions are said to be on, for those that tell none
   * @throws IllegalArgumentException when a breakpoint lies outside its gene, or the two are on
   *     different assemblies
   */
  static FusionCall call(String file, long line, FusionRow row, Optional<Assembly> asked) {
    String upstreamGene = GeneNames.symbol(row.upstreamGene());
    String downstreamGene = GeneNames.symbol(row.downstreamGene());
    FusionRow.End start = row.upstream();
    FusionRow.End rest = row.downstream();
    Set<Assembly> possible = assemblies(upstreamGene, start);
    possible.retainAll(assemblies(downstreamGene, rest));
    if (possible.isEmpty()) {
      throw new IllegalArgumentException(
          "has breakpoints on different assemblies: "
              + start.breakpoint().orElseThrow()
              + " and "
              + rest.breakpoint().orElseThrow());
    }
    Optional<Assembly> assembly = possible.size() == 1 ? possible.stream().findFirst() : asked;
    FusionSide upstream = FusionSide.of(upstreamGene, start, assembly, true);
    FusionSide downstream = FusionSide.of(downstreamGene, rest, assembly, false);
    return new FusionCall(
        file,
        line,
        partner(upstreamGene, start, upstream, assembly),
        partner(downstreamGene, rest, downstream, assembly),
        row.reads(),
        new FusionFrame(frame(upstream, downstream), row.frame()),
        rest.antisense() ? lostIfAny(downstreamGene) : kept(downstreamGene, downstream));
  }

  /** Those on which a breakpoint lies in its gene; all of them when that tells nothing. */
  private static Set<Assembly> assemblies(String gene, FusionRow.End end) {
    Set<Assembly> fitting =
        EnumSet.allOf(Assembly.class).stream()
            .filter(on -> end.breakpoint().filter(at -> FusionSide.isIn(gene, at, on)).isPresent())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Assembly.class)));
    return fitting.isEmpty() ? EnumSet.allOf(Assembly.class) : fitting;
  }

  private static FusionPartner partner(
      String gene, FusionRow.End end, FusionSide side, Optional<Assembly> assembly) {
    return new FusionPartner(
        gene,
        TranscriptExons.of(gene).map(TranscriptExons::transcript).or(end::transcript),
        side.exon(),
        end.breakpoint().map(at -> new GenomePosition(at.chromosome(), at.position(), assembly)));
  }

  /**
   * The frame by the exons' ends, or, where a breakpoint lies inside an exon, by the bases
   * themselves. Those are known only where both breakpoints lie in coding exons: from an exon that
   * is cut, nobody knows where the splicing goes on.
   */
  private static ReadingFrame frame(FusionSide upstream, FusionSide downstream) {
    if (upstream.place() == Place.BEHIND_STOP_CODON
        || upstream.coding().isEmpty()
        || downstream.coding().isEmpty()) {
      return ReadingFrame.NOT_KNOWN;
    }
    boolean told =
        switch (downstream.place()) {
          case INSIDE_EXON -> upstream.isInExon();
          case SPLICE_SITE -> true;
          case FIRST_EXON -> !upstream.isInExon();
          case NOT_IN_EXON -> upstream.place() != Place.INSIDE_EXON;
          case BEHIND_STOP_CODON -> false;
        };
    return told
        ? ReadingFrame.across(upstream.coding().getAsInt(), downstream.coding().getAsInt())
        : ReadingFrame.NOT_KNOWN;
  }

  private static Retention kept(String gene, FusionSide side) {
    if (side.place() == Place.BEHIND_STOP_CODON) {
      return lostIfAny(gene);
    }
    return side.coding().isPresent()
        ? ProteinDomain.of(gene, Kind.PROTEIN_KINASE)
            .map(domain -> domain.keptFrom(side.coding().getAsInt()))
            .orElse(Retention.NOT_KNOWN)
        : Retention.NOT_KNOWN;
  }

  private static Retention lostIfAny(String gene) {
    return ProteinDomain.of(gene, Kind.PROTEIN_KINASE)
        .map(domain -> Retention.LOST)
        .orElse(Retention.NOT_KNOWN);
  }
}
