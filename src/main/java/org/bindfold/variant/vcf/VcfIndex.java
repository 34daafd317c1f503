package org.bindfold.variant.vcf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.bindfold.genome.Chromosomes;
import org.bindfold.genome.PanelRegions.Stretch;
import org.bindfold.io.ChunkReader;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.bgzf.BgzfRange;

/** The index that lies beside a bgzipped VCF, named like it with {@code .tbi} or {@code .csi}. */
final class VcfIndex {
  private static final List<String> SUFFIXES = List.of(".tbi", ".csi");
  private static final long MAX_BYTES = 1L << 30;

  private final InputFile file;
  private final String name;

  private VcfIndex(InputFile file, String name) {
    this.file = file;
    this.name = name;
  }

  /** Empty where the input is no bgzip file, or has no index. */
  static Optional<VcfIndex> beside(InputFile file) {
    if (!file.isBlocked() || !file.isRegular()) {
      return Optional.empty();
    }
    return SUFFIXES.stream()
        .map(suffix -> file.name() + suffix)
        .filter(name -> Files.isRegularFile(Path.of(name)))
        .findFirst()
        .map(name -> new VcfIndex(file, name));
  }

  /** The path of the index. */
  String name() {
    return name;
  }

  /**
   * Opens the lines that meet some stretches of genome; others may come between them.
   *
   * @throws IOException when the index cannot be read, or is not that of the file as it is now
   * @throws InputException when the index cannot be opened
   */
  ChunkReader open(List<Stretch> stretches) throws IOException {
    if (Files.getLastModifiedTime(Path.of(name))
            .compareTo(Files.getLastModifiedTime(Path.of(file.name())))
        < 0) {
      throw new ZipException("it is older than the file");
    }
    RegionIndex index;
    try (InputFile input = InputFile.open(name, MAX_BYTES)) {
      index =
          RegionIndex.read(
              input.content(),
              chromosome ->
                  stretches.stream()
                      .anyMatch(s -> s.chromosome().equals(Chromosomes.canonicalName(chromosome))));
    }
    List<BgzfRange> ranges = new ArrayList<>();
    for (String chromosome : index.chromosomes()) {
      String canonical = Chromosomes.canonicalName(chromosome);
      for (Stretch stretch : stretches) {
        if (stretch.chromosome().equals(canonical)) {
          ranges.addAll(
              index.ranges(
                  chromosome, stretch.start() - VcfScan.MARGIN, stretch.end() + VcfScan.MARGIN));
        }
      }
    }
    return file.ranges(RegionIndex.merged(ranges), index.end());
  }
}
