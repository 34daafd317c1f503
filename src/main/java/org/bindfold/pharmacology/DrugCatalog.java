package org.bindfold.pharmacology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.Remedy;

/** The drugs that are known, from {@code drugs.json}. */
public final class DrugCatalog {
  private static final String RESOURCE = "/org/bindfold/pharmacology/drugs.json";
  private static final int NEAREST_NAMES = 3;

  private final String version;
  private final List<Drug> drugs;

  private DrugCatalog(String version, List<Drug> drugs) {
    this.version = version;
    this.drugs = drugs.stream().sorted(Comparator.comparing(Drug::name)).toList();
  }

  /** The catalog that ships with the program. */
  public static DrugCatalog bundled() {
    try (InputStream in = DrugCatalog.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      CatalogReader.Content content = new CatalogReader("drugs.json", List.of()).read(text);
      return new DrugCatalog(content.version(), content.drugs());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource " + RESOURCE, e);
    }
  }

  /**
   * This catalog with the drugs of a file of the same form; a drug of the file takes the place of
   * one with its name.
   *
   * @throws InputException when the file cannot be used; the message names the place in it
   */
  public DrugCatalog with(InputFile file) {
    CatalogReader.Content content =
        new CatalogReader(file.name(), drugs)
            .read(InputFile.decode(file.name(), file.readAllBytes()));
    List<Drug> all = new ArrayList<>(content.drugs());
    Set<String> names = new HashSet<>();
    content.drugs().forEach(d -> names.add(d.name()));
    drugs.stream().filter(d -> !names.contains(d.name())).forEach(all::add);
    return new DrugCatalog(version + " with " + content.version(), all);
  }

  /** The file's own version. */
  public String version() {
    return version;
  }

  /** All drugs, by name. */
  public List<Drug> all() {
    return drugs;
  }

  /**
   * A drug by its name or a synonym, in any case.
   *
   * @throws InputException (request) when there is none; the nearest names are suggested
   */
  public Drug require(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return drugs.stream()
        .filter(d -> d.name().equals(wanted) || d.synonyms().contains(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                InputException.request(
                        "unknown drug '"
                            + name.strip()
                            + "'; did you mean "
                            + String.join(" or ", nearest(wanted))
                            + "?")
                    .mendedBy(Remedy.DRUGS));
  }

  /** The drugs whose target is a gene, by name. */
  public List<Drug> ofTarget(String gene) {
    return drugs.stream().filter(d -> d.target().equals(gene)).toList();
  }

  /**
   * Checks that an inhibitor of each gene can do something: that it exports a drug.
   *
   * @throws InputException (request) when one exports none; the nearest that does is suggested
   */
  public void requirePumps(Set<String> genes) {
    List<String> pumps =
        drugs.stream()
            .flatMap(d -> d.pumps().stream())
            .map(Drug.Transport::gene)
            .distinct()
            .sorted()
            .toList();
    genes.stream()
        .filter(g -> !pumps.contains(g))
        .sorted()
        .findFirst()
        .ifPresent(
            gene -> {
              throw InputException.request(
                      "found '"
                          + gene
                          + "' as an inhibited pump, which exports none of the drugs; expected one of "
                          + String.join(", ", pumps)
                          + pumps.stream()
                              .min(Comparator.comparingInt(p -> editDistance(p, gene)))
                              .map(p -> "; did you mean " + p + "?")
                              .orElse("."))
                  .mendedBy(Remedy.INHIBITED_PUMPS);
            });
  }

  private List<String> nearest(String wanted) {
    return drugs.stream()
        .sorted(
            Comparator.comparingInt(
                    (Drug d) ->
                        Stream.concat(Stream.of(d.name()), d.synonyms().stream())
                            .mapToInt(n -> editDistance(n, wanted))
                            .min()
                            .orElse(Integer.MAX_VALUE))
                .thenComparing(Drug::name))
        .limit(NEAREST_NAMES)
        .map(Drug::name)
        .toList();
  }

  private static int editDistance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
