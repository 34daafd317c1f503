package org.bindfold.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bindfold.AnalysisRequest;
import org.bindfold.Bindfold;
import org.bindfold.FileCheck;
import org.bindfold.copynumber.CopyNumberProfile;
import org.bindfold.copynumber.GeneCopyNumber;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputException;
import org.bindfold.resistance.Treatment;
import org.bindfold.variant.VariantCall;
import org.bindfold.variant.VariantSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bindfold check}: what a file is, what it holds for the panel, what is wrong with it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says what files are, what they hold for the panel, and what is wrong with them.")
final class CheckCommand implements Callable<Integer> {
  private static final int LISTED = 20;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Variants or copy numbers.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--assembly", paramLabel = "NAME", description = "GRCh37 or GRCh38.")
  private Optional<String> assembly = Optional.empty();

  @Option(
      names = "--sample",
      paramLabel = "NAME",
      description = "Sample, where files have several.")
  private Optional<String> sample = Optional.empty();

  @Option(names = "--include-filtered", description = "Use records that failed a filter.")
  private boolean includeFiltered;

  @Mixin private GeneModelOptions genes = new GeneModelOptions();

  @Override
  public Integer call() {
    Bindfold bindfold = genes.bindfold();
    Optional<Assembly> known =
        assembly.map(
            name ->
                Assembly.ofName(name)
                    .orElseThrow(() -> Values.wrong("--assembly", name, "GRCh37 or GRCh38")));
    PrintWriter out = spec.commandLine().getOut();
    ExitCode worst = ExitCode.OK;
    for (String file : files) {
      ExitCode code = check(bindfold, file, request(file, known), out);
      // Of several files the one that cannot be used at all decides, then one with skipped records.
      worst = worst == ExitCode.UNUSABLE || code == ExitCode.OK ? worst : code;
    }
    return worst.code();
  }

  private AnalysisRequest request(String file, Optional<Assembly> known) {
    return new AnalysisRequest(
        List.of(file),
        List.of(),
        List.of(),
        known,
        sample,
        Optional.empty(),
        OptionalDouble.empty(),
        2,
        includeFiltered,
        Optional.empty(),
        Treatment.USUAL);
  }

  private ExitCode check(Bindfold bindfold, String file, AnalysisRequest request, PrintWriter out) {
    out.println(file);
    FileCheck found;
    try {
      found = bindfold.check(file, request);
    } catch (InputException e) {
      field(out, "unusable", Remedies.message(e, spec));
      return ExitCode.of(e);
    }
    found.variants().ifPresent(set -> variants(set, out));
    found.copyNumbers().ifPresent(profile -> copyNumbers(profile, out));
    found.notes().forEach(note -> field(out, "note", note));
    found.skipped().stream()
        .limit(LISTED)
        .forEach(record -> field(out, "skipped", "line " + record.line() + ": " + record.reason()));
    if (found.skippedCount() > LISTED) {
      field(out, "skipped", found.skippedCount() + " records in all");
    }
    return found.skipped().isEmpty() ? ExitCode.OK : ExitCode.SKIPPED;
  }

  private static void variants(VariantSet set, PrintWriter out) {
    field(out, "format", set.format());
    field(
        out,
        "assembly",
        set.assembly().map(Assembly::toString).orElse("none") + " (" + set.assemblyReason() + ")");
    set.sample().ifPresent(name -> field(out, "sample", name));
    VariantSet.Counts counts = set.counts();
    field(
        out,
        "records",
        String.format(
            Locale.ROOT,
            "%d: %d change a protein of the panel, %d off the panel, %d synonymous, %d filtered out, "
                + "%d cannot be used",
            counts.read(),
            counts.reported(),
            counts.offPanel(),
            counts.synonymous(),
            counts.filtered(),
            counts.skipped()));
    set.variants().forEach(call -> field(out, "variant", variant(call)));
  }

  private static String variant(VariantCall call) {
    StringBuilder text =
        new StringBuilder(call.gene()).append(' ').append(call.change().shortName());
    call.line().ifPresent(line -> text.append(", line ").append(line));
    call.allele().ifPresent(allele -> text.append(", ").append(allele));
    call.alleleFraction()
        .ifPresent(
            fraction -> text.append(String.format(Locale.ROOT, ", fraction %.3f", fraction)));
    call.depth().ifPresent(depth -> text.append(", depth ").append(depth));
    call.phase()
        .ifPresent(
            phase ->
                text.append(", phase set ")
                    .append(phase.id())
                    .append('/')
                    .append(phase.haplotype()));
    call.notes().forEach(note -> text.append("; ").append(note));
    return text.toString();
  }

  private static void copyNumbers(CopyNumberProfile profile, PrintWriter out) {
    field(out, "format", profile.format());
    field(out, "records", profile.records() + ": " + profile.skipped().size() + " cannot be used");
    for (GeneCopyNumber gene : profile.genes()) {
      field(out, "copies", String.format(Locale.ROOT, "%s %.2f", gene.gene(), gene.copies()));
    }
  }

  private static void field(PrintWriter out, String name, String value) {
    out.println("  " + name + " ".repeat(Math.max(1, 10 - name.length())) + value);
  }
}
