package org.bindfold.copynumber;

import java.util.Optional;
import java.util.OptionalDouble;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GenePanel;
import org.bindfold.io.InputFile;

/** Copy-number files of one sample, read for the genes of the bundled panel. */
public final class CopyNumbers {
  private CopyNumbers() {}

  /** What a file says of a sample of no contamination and ploidy 2. */
  public static CopyNumberProfile read(InputFile file, Assembly assembly) {
    return read(file, assembly, OptionalDouble.empty(), 2, Optional.empty());
  }

  /** The same, with what {@link CopyNumberReader#read} takes. */
  static CopyNumberProfile read(
      InputFile file,
      Assembly assembly,
      OptionalDouble purity,
      double ploidy,
      Optional<String> sample) {
    return CopyNumberReader.read(file, assembly, purity, ploidy, sample, GenePanel.symbols());
  }

  /** The copy number of a gene, when the file has it. */
  static Optional<GeneCopyNumber> of(CopyNumberProfile profile, String gene) {
    return profile.genes().stream().filter(g -> g.gene().equals(gene)).findFirst();
  }
}
