package org.bindfold.variant.vcf;

import org.bindfold.genome.GeneModels;
import org.bindfold.io.ByteLines;
import org.bindfold.io.InputFile;
import org.bindfold.variant.VariantFormat;
import org.bindfold.variant.VariantReadOptions;
import org.bindfold.variant.VariantSet;

/** VCF 4.0 to 4.5, plain or zipped: the one door to all that reads it. */
public final class VcfFormat implements VariantFormat {
  /** The format; it holds no state. */
  public VcfFormat() {}

  @Override
  public boolean claims(String firstLine) {
    return firstLine.startsWith("##fileformat=VCF");
  }

  @Override
  public VariantSet read(
      String firstLine,
      ByteLines lines,
      InputFile file,
      VariantReadOptions options,
      GeneModels models) {
    return new VcfReader(file, options, models).read(firstLine, lines);
  }
}
