package org.bindfold;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.resistance.Treatment;

/**
 * What to analyse. Immutable; made from {@link #of} and the methods that change one thing.
 *
 * @param variants variant files, at least one; {@code -} is standard input
 * @param copyNumbers copy-number files; two that give one gene different copies are refused
 * @param drugs names or synonyms; empty for every catalogued drug whose target has variants
 * @param assembly of the positions; empty to tell it from the first file that states it
 * @param sample VCF sample column; empty for the only one
 * @param label the report's name; empty for the first file's name
 * @param purity share of tumour cells, over 0 to 1; empty when not known
 * @param ploidy mean copies of the tumour's genome, positive
 * @param includeFiltered whether records that did not pass the caller's filters are used
 * @param timestamp what the report states as the time it was made; empty for none, so that the same
 *     input gives the same bytes
 * @param treatment where the tumour is, its expression, and what else is given
 */
public record AnalysisRequest(
    List<String> variants,
    List<String> copyNumbers,
    List<String> drugs,
    Optional<Assembly> assembly,
    Optional<String> sample,
    Optional<String> label,
    OptionalDouble purity,
    double ploidy,
    boolean includeFiltered,
    Optional<String> timestamp,
    Treatment treatment) {

  public AnalysisRequest {
    variants = List.copyOf(variants);
    copyNumbers = List.copyOf(copyNumbers);
    drugs = List.copyOf(drugs);
    if (variants.isEmpty()) {
      throw InputException.request("no file of variants was given; expected at least one.");
    }
  }

  /**
   * A request for variant files with nothing else said.
   *
   * @throws InputException when there is none
   */
  public static AnalysisRequest of(List<String> variants) {
    return new AnalysisRequest(
        variants,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        2,
        false,
        Optional.empty(),
        Treatment.USUAL);
  }

  /** A request for variant files with nothing else said. */
  public static AnalysisRequest of(String... variants) {
    return of(List.of(variants));
  }

  /** The same with copy-number files. */
  public AnalysisRequest withCopyNumbers(String... files) {
    return withCopyNumbers(List.of(files));
  }

  /** The same with copy-number files. */
  public AnalysisRequest withCopyNumbers(List<String> files) {
    return changed(parts -> parts.copyNumbers = files);
  }

  /** The same for these drugs only. */
  public AnalysisRequest withDrugs(String... names) {
    return withDrugs(List.of(names));
  }

  /** The same for these drugs only; for every one whose target has variants when there is none. */
  public AnalysisRequest withDrugs(List<String> names) {
    return changed(parts -> parts.drugs = names);
  }

  /** The same with the assembly of the positions. */
  public AnalysisRequest withAssembly(Optional<Assembly> known) {
    return changed(parts -> parts.assembly = known);
  }

  /** The same for one of the samples of a file. */
  public AnalysisRequest withSample(Optional<String> name) {
    return changed(parts -> parts.sample = name);
  }

  /** The same with a name for the report. */
  public AnalysisRequest withLabel(Optional<String> name) {
    return changed(parts -> parts.label = name);
  }

  /** The same with the share of tumour cells. */
  public AnalysisRequest withPurity(OptionalDouble share) {
    return changed(parts -> parts.purity = share);
  }

  /** The same with the mean copies of the tumour's genome. */
  public AnalysisRequest withPloidy(double copies) {
    return changed(parts -> parts.ploidy = copies);
  }

  /** The same with, or without, the records that did not pass the caller's filters. */
  public AnalysisRequest withFiltered(boolean included) {
    return changed(parts -> parts.includeFiltered = included);
  }

  /** The same with what the report states as the time it was made. */
  public AnalysisRequest withTimestamp(Optional<String> time) {
    return changed(parts -> parts.timestamp = time);
  }

  /** The same under another treatment. */
  public AnalysisRequest with(Treatment other) {
    return changed(parts -> parts.treatment = other);
  }

  /** The report's name: that given, else the first file's without its extension. */
  public String reportLabel() {
    return label.orElseGet(() -> nameOf(variants.get(0)));
  }

  private AnalysisRequest changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return new AnalysisRequest(
        variants,
        parts.copyNumbers,
        parts.drugs,
        parts.assembly,
        parts.sample,
        parts.label,
        parts.purity,
        parts.ploidy,
        parts.includeFiltered,
        parts.timestamp,
        parts.treatment);
  }

  /** What a request is made anew from, with one of them changed. */
  private static final class Parts {
    private List<String> copyNumbers;
    private List<String> drugs;
    private Optional<Assembly> assembly;
    private Optional<String> sample;
    private Optional<String> label;
    private OptionalDouble purity;
    private double ploidy;
    private boolean includeFiltered;
    private Optional<String> timestamp;
    private Treatment treatment;

    Parts(AnalysisRequest request) {
      copyNumbers = request.copyNumbers;
      drugs = request.drugs;
      assembly = request.assembly;
      sample = request.sample;
      label = request.label;
      purity = request.purity;
      ploidy = request.ploidy;
      includeFiltered = request.includeFiltered;
      timestamp = request.timestamp;
      treatment = request.treatment;
    }
  }

  private static String nameOf(String file) {
    if (InputFile.STANDARD_INPUT.equals(file)) {
      return "stdin";
    }
    String name = Optional.ofNullable(Path.of(file).getFileName()).orElseThrow().toString();
    String base = name.replaceFirst("\\.(gz|bgz)$", "");
    int dot = base.lastIndexOf('.');
    return dot > 0 ? base.substring(0, dot) : base;
  }
}
