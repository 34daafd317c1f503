package org.bindfold.affinity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.Remedy;
import org.bindfold.io.ResourceTable;
import org.bindfold.io.TsvRow;

/**
 * From the model's terms to kcal/mol. Few numbers, the same for every protein, drug and mutation.
 * Those that ship are fitted on measured binding changes of ABL1 mutants (Hauser et al. 2018,
 * doi:10.1038/s42003-018-0075-x; 63 rows of imatinib, nilotinib and bosutinib).
 *
 * @param weights one for each term, zero or more
 * @param shift what any mutation costs, kcal/mol
 * @param residualSd standard deviation of measured minus predicted with the position left out,
 *     kcal/mol
 * @param version of the fitted values
 */
public record Calibration(List<Weight> weights, double shift, double residualSd, String version) {
  /** Share of measured values that an interval is meant to hold. */
  public static final double INTERVAL_COVERAGE = 0.80;

  /** Standard deviations in half an interval. */
  private static final double HALF_WIDTH_SD =
      new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + INTERVAL_COVERAGE) / 2);

  private static final String SHIFT = "shift_kcal_mol";
  private static final String RESIDUAL = "residual_sd_kcal_mol";
  private static final List<String> NAMES = names(BindingTerm.ALL.stream().map(BindingTerm::name));

  private static final String VERSION = "version";
  private static final String HEADER = "parameter\tvalue";

  /** No weight and no shift of sense is larger. */
  private static final double MOST_VALUE = 100;

  /** What may lie below zero, or must not be it. */
  private static final Map<String, Double> LEAST = Map.of(SHIFT, -MOST_VALUE, RESIDUAL, 0.0001);

  private static final Pattern VERSION_NAME = Pattern.compile("[\\w.-]{1,40}");

  private static final String RESOURCE = "/org/bindfold/affinity/calibration.tsv";

  public Calibration {
    weights = List.copyOf(weights);
  }

  /**
   * How much a term counts.
   *
   * @param term the term
   * @param value zero or more; no unit
   */
  public record Weight(BindingTerm term, double value) {}

  private static List<String> names(Stream<String> terms) {
    return Stream.concat(terms, Stream.of(SHIFT, RESIDUAL)).toList();
  }

  /** The fitted values that ship with the program, from {@code calibration.tsv}. */
  public static Calibration bundled() {
    Map<String, String> values =
        ResourceTable.read(RESOURCE).rows().stream()
            .collect(Collectors.toMap(r -> r.get("parameter"), r -> r.get("value")));
    return of(name -> Double.parseDouble(values.get(name)), values.get(VERSION));
  }

  /**
   * Reads a table that {@link #table} wrote.
   *
   * @throws InputException when a parameter is missing, given twice, unknown, or no number in its
   *     range
   */
  public static Calibration read(InputFile file) {
    Map<String, String> values = new HashMap<>();
    long number = 0;
    for (String line : file.readAllLines()) {
      number++;
      if (line.isBlank() || line.startsWith("#") || line.equals(HEADER)) {
        continue;
      }
      TsvRow row = TsvRow.of(line);
      String name = row.raw(0);
      if (row.width() != 2 || !(NAMES.contains(name) || name.equals(VERSION))) {
        throw InputException.line(
                file.name(),
                number,
                "is no parameter of a calibration; expected "
                    + String.join(", ", NAMES)
                    + " or version, a tab and a value, as a fit writes them.")
            .mendedBy(Remedy.CALIBRATION);
      }
      if (values.put(name, row.raw(1).strip()) != null) {
        throw InputException.line(
            file.name(), number, "gives " + name + " a second time; leave one of them.");
      }
    }
    if (!values.containsKey(VERSION)) {
      throw missing(file, VERSION);
    }
    if (!VERSION_NAME.matcher(values.get(VERSION)).matches()) {
      throw InputException.file(
          file.name(), "has a version that is no name of letters, digits, '.', '-' and '_'.");
    }
    return of(name -> number(file, name, values), values.get(VERSION));
  }

  private static Calibration of(ToDoubleFunction<String> value, String version) {
    return new Calibration(
        BindingTerm.ALL.stream()
            .map(term -> new Weight(term, value.applyAsDouble(term.name())))
            .toList(),
        value.applyAsDouble(SHIFT),
        value.applyAsDouble(RESIDUAL),
        version);
  }

  private static double number(InputFile file, String name, Map<String, String> values) {
    if (!values.containsKey(name)) {
      throw missing(file, name);
    }
    double least = LEAST.getOrDefault(name, 0.0);
    try {
      double value = Double.parseDouble(values.get(name));
      if (value >= least && value <= MOST_VALUE) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of range is
    }
    throw InputException.file(
        file.name(),
        String.format(
            Locale.ROOT,
            "has %s for %s; expected a number from %s to %.0f.",
            values.get(name),
            name,
            least,
            MOST_VALUE));
  }

  private static InputException missing(InputFile file, String name) {
    return InputException.file(
            file.name(), "has no " + name + "; expected a calibration.tsv as a fit writes it.")
        .mendedBy(Remedy.CALIBRATION);
  }

  /**
   * These values as the table that {@link #bundled} reads, four decimals.
   *
   * @param source where the measurements come from, one line
   * @param maker what fitted them, one line; both stand in the header
   */
  public String table(String source, String maker) {
    return ParameterTable.of(
        "From the model's terms to kcal/mol.",
        version,
        source,
        maker,
        "Non-negative ridge regression; residual_sd is that of rows whose position was left out.",
        names(weights.stream().map(weight -> weight.term().name())),
        Stream.concat(weights.stream().map(Weight::value), Stream.of(shift, residualSd)).toList());
  }

  /** The calibrated binding change, kcal/mol. */
  public double ddg(BindingTerms terms) {
    double sum = 0;
    for (Weight weight : weights) {
      sum += weight.value() * weight.term().of(terms);
    }
    return sum + shift;
  }

  /** Half the width of the 80% interval, kcal/mol. */
  public double halfWidth() {
    return HALF_WIDTH_SD * residualSd;
  }
}
