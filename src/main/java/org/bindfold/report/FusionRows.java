package org.bindfold.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bindfold.genome.GenomePosition;
import org.bindfold.report.ResistanceReport.Fusion;
import org.bindfold.sequence.ProteinDomain.Retention;
import org.bindfold.sequence.ReadingFrame;
import org.bindfold.variant.FusionCall;
import org.bindfold.variant.FusionFrame;
import org.bindfold.variant.FusionPartner;

/** The fusions of a sample in the report's words. */
final class FusionRows {
  private FusionRows() {}

  static List<Fusion> of(List<FusionCall> calls) {
    return IntStream.range(0, calls.size())
        .mapToObj(i -> row("f" + (i + 1), calls.get(i)))
        .toList();
  }

  private static Fusion row(String id, FusionCall call) {
    FusionFrame frame = call.frame();
    return new Fusion(
        id,
        call.name(),
        partner(call.upstream()),
        partner(call.downstream()),
        call.junction().map(Object::toString),
        call.type().map(FusionCall.BreakpointType::label),
        word(frame.frame()),
        source(frame.source()),
        frame.byCaller() == ReadingFrame.NOT_KNOWN
            ? Optional.empty()
            : Optional.of(word(frame.byCaller())),
        word(call.kinaseDomain()),
        boxed(call.reads().junction()),
        boxed(call.reads().spanning()),
        call.file() + ":" + call.line());
  }

  private static ResistanceReport.FusionPartner partner(FusionPartner partner) {
    return new ResistanceReport.FusionPartner(
        partner.gene(),
        partner.transcript(),
        boxed(partner.exon()),
        partner.breakpoint().map(GenomePosition::toString));
  }

  private static String word(ReadingFrame frame) {
    return frame.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Retention domain) {
    return domain == Retention.PART ? "kept_in_part" : domain.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> source(FusionFrame.Source source) {
    return switch (source) {
      case EXONS -> Optional.of("exons");
      case CALLER -> Optional.of("caller");
      case NOBODY -> Optional.empty();
    };
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }
}
