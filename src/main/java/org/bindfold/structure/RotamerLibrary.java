package org.bindfold.structure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bindfold.io.ResourceTable;
import org.bindfold.sequence.AminoAcid;

/**
 * The penultimate rotamer library (Lovell, Word, Richardson and Richardson 2000, Proteins
 * 40:389-408), independent of the backbone.
 */
public final class RotamerLibrary {
  /**
   * One rotamer.
   *
   * @param name the library's name: {@code mt-10}
   * @param probability share of the residue's rotamers, 0 to 1; a residue's add up to one
   * @param chi degrees
   */
  public record Rotamer(String name, double probability, List<Double> chi) {
    public Rotamer {
      chi = List.copyOf(chi);
    }
  }

  private static final Map<AminoAcid, List<Rotamer>> ROTAMERS = load();

  private RotamerLibrary() {}

  /** The rotamers of an amino acid in library order; one without chi for glycine and alanine. */
  public static List<Rotamer> of(AminoAcid aminoAcid) {
    return ROTAMERS.getOrDefault(aminoAcid, List.of(new Rotamer("", 1, List.of())));
  }

  private static Map<AminoAcid, List<Rotamer>> load() {
    Map<AminoAcid, List<Rotamer>> raw = new EnumMap<>(AminoAcid.class);
    for (Map<String, String> row :
        ResourceTable.read("/org/bindfold/structure/rotamers.tsv").rows()) {
      List<Double> chi = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        String value = row.get("chi" + i);
        if (!value.isEmpty()) {
          chi.add(Double.parseDouble(value));
        }
      }
      raw.computeIfAbsent(AminoAcid.valueOf(row.get("residue")), k -> new ArrayList<>())
          .add(new Rotamer(row.get("rotamer"), Double.parseDouble(row.get("probability")), chi));
    }
    Map<AminoAcid, List<Rotamer>> scaled = new EnumMap<>(AminoAcid.class);
    raw.forEach(
        (aminoAcid, rotamers) -> {
          double sum = rotamers.stream().mapToDouble(Rotamer::probability).sum();
          scaled.put(
              aminoAcid,
              rotamers.stream().map(r -> new Rotamer(r.name, r.probability / sum, r.chi)).toList());
        });
    return scaled;
  }
}
