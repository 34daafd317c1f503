package org.bindfold.genome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The stretches of one assembly in which a record may concern the panel: from the first to the last
 * coding base of a gene whose transcript is known, and the whole span of a gene whose is not.
 */
public final class PanelRegions {
  private final Map<String, List<Region>> byChromosome = new HashMap<>();

  /**
   * A gene's stretch.
   *
   * @param gene HGNC symbol
   * @param chromosome with prefix
   * @param start first base, 1-based
   * @param end last base, closed
   * @param model its transcript, where known
   */
  public record Region(
      String gene, String chromosome, int start, int end, Optional<GeneModel> model) {}

  public static PanelRegions of(Assembly assembly, GeneModels models, Set<String> panelGenes) {
    PanelRegions regions = new PanelRegions();
    Set<String> withModel = new TreeSet<>();
    for (GeneModel model : models.on(assembly)) {
      withModel.add(model.gene());
      regions.add(
          new Region(
              model.gene(),
              model.chromosome(),
              model.start(assembly),
              model.end(assembly),
              Optional.of(model)));
    }
    for (GeneSpan span : GenePanel.spans(assembly)) {
      if (panelGenes.contains(span.gene()) && !withModel.contains(span.gene())) {
        regions.add(
            new Region(span.gene(), span.chromosome(), span.start(), span.end(), Optional.empty()));
      }
    }
    return regions;
  }

  private void add(Region region) {
    byChromosome.computeIfAbsent(region.chromosome(), name -> new ArrayList<>()).add(region);
  }

  /** A stretch of genome; the chromosome with prefix, 1-based and closed. */
  public record Stretch(String chromosome, int start, int end) {}

  /**
   * Where records are looked at: the regions, and the genes' places on the other assembly, where
   * records would show that the file is on that one.
   */
  public List<Stretch> stretches(GeneModels models) {
    Stream<Stretch> places =
        models.all().stream()
            .flatMap(
                model ->
                    Stream.of(Assembly.values())
                        .filter(model::isOn)
                        .map(a -> new Stretch(model.chromosome(), model.start(a), model.end(a))));
    Stream<Stretch> regions =
        all().stream().map(r -> new Stretch(r.chromosome(), r.start(), r.end()));
    return Stream.concat(regions, places).distinct().toList();
  }

  /** All of them, by chromosome name and then as they were made. */
  List<Region> all() {
    return new TreeSet<>(byChromosome.keySet())
        .stream().flatMap(name -> byChromosome.get(name).stream()).toList();
  }

  /** The regions of a chromosome, named with or without prefix; empty where there is none. */
  public List<Region> on(String chromosome) {
    return byChromosome.getOrDefault(Chromosomes.canonicalName(chromosome), List.of());
  }
}
