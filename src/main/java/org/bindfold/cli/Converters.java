package org.bindfold.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bindfold.genome.Assembly;
import org.bindfold.pharmacology.SiteAccess.Site;
import org.bindfold.report.DifferenceFormat;
import org.bindfold.report.ReportFormat;
import org.bindfold.validation.LeftOut;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** How the words of options become values, and what is said of those that do not. */
final class Converters {
  private Converters() {}

  static void register(CommandLine commandLine) {
    commandLine
        .registerConverter(Assembly.class, of("GRCh37 or GRCh38", Assembly::ofName))
        .registerConverter(Site.class, of("plasma or cns", Site::ofName))
        .registerConverter(
            ReportFormat.class, of(words(ReportFormat.values()), ReportFormat::ofName))
        .registerConverter(
            DifferenceFormat.class, of(words(DifferenceFormat.values()), DifferenceFormat::ofName))
        .registerConverter(
            TableFormat.class, of("tsv or json", text -> ofName(TableFormat.values(), text)))
        .registerConverter(
            LeftOut.class, of("position or drug", text -> ofName(LeftOut.values(), text)))
        .registerConverter(
            FailOn.class, of("intermediate or resistant", text -> ofName(FailOn.values(), text)))
        .registerConverter(Path.class, of("a path on this system", Converters::path));
  }

  /** What is told of a value that a converter could not use; empty for every other fault. */
  static Optional<String> told(ParameterException e) {
    return e.getCause() instanceof Unusable unusable && e.getArgSpec() instanceof OptionSpec option
        ? Optional.of(
            Values.told(option.longestName(), e.getValue(), String.valueOf(unusable.getMessage())))
        : Optional.empty();
  }

  private static <T> ITypeConverter<T> of(String expected, Function<String, Optional<T>> value) {
    return text -> value.apply(text).orElseThrow(() -> new Unusable(expected));
  }

  /** {@code json, tsv or html}. */
  private static String words(Object[] values) {
    List<String> words = Arrays.stream(values).map(Object::toString).toList();
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** A constant by its name, in any case. */
  private static <T extends Enum<T>> Optional<T> ofName(T[] constants, String text) {
    return Arrays.stream(constants).filter(c -> c.name().equalsIgnoreCase(text)).findFirst();
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A word that is no value; its message says what was expected. */
  private static final class Unusable extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    Unusable(String expected) {
      super(expected);
    }
  }
}
