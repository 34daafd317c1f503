package org.bindfold;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputFile;
import org.bindfold.resistance.Treatment;

/**
 * What to analyse.
 *
 * @param variants variant files, at least one; {@code -} is standard input
 * @param copyNumbers copy-number files; those that give one gene different copies are refused
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
  }

  /** The report's name: that given, else the first file's without its extension. */
  public String reportLabel() {
    return label.orElseGet(() -> nameOf(variants.get(0)));
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

  /** A request for one variant file with nothing else said. */
  public static AnalysisRequest of(String variants) {
    return new AnalysisRequest(
        List.of(variants),
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

  /** The same with copy-number files. */
  public AnalysisRequest withCopyNumbers(String... files) {
    return new AnalysisRequest(
        variants,
        List.of(files),
        drugs,
        assembly,
        sample,
        label,
        purity,
        ploidy,
        includeFiltered,
        timestamp,
        treatment);
  }

  /** The same for these drugs only. */
  public AnalysisRequest withDrugs(String... names) {
    return new AnalysisRequest(
        variants,
        copyNumbers,
        List.of(names),
        assembly,
        sample,
        label,
        purity,
        ploidy,
        includeFiltered,
        timestamp,
        treatment);
  }

  /** The same under another treatment. */
  public AnalysisRequest with(Treatment other) {
    return new AnalysisRequest(
        variants,
        copyNumbers,
        drugs,
        assembly,
        sample,
        label,
        purity,
        ploidy,
        includeFiltered,
        timestamp,
        other);
  }
}
