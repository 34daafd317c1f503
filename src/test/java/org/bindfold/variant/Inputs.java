package org.bindfold.variant;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.GeneModels;
import org.bindfold.genome.GenePanel;
import org.bindfold.io.InputFile;
import org.bindfold.variant.vcf.VcfFormat;

/** Variant files written in the tests. */
public final class Inputs {
  /** Reads every format that the program reads. */
  public static final VariantReader READER = new VariantReader(List.of(new VcfFormat()));

  public static final String T315I =
      "chr9\t130872896\t.\tC\tT\t.\tPASS\tDP=90\tGT:AD:DP:AF\t0/1:58,42:100:0.420";
  private static final String CONTIG_38 = "##contig=<ID=chr9,length=138394717>\n";

  private Inputs() {}

  /** A VCF 4.2 on GRCh38 with one sample. */
  public static String vcf(String... records) {
    return vcfOf("##fileformat=VCFv4.2\n" + CONTIG_38, "FORMAT\tS1", records);
  }

  public static String vcfOf(String meta, String sampleColumns, String... records) {
    String columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
    return meta
        + columns
        + (sampleColumns.isEmpty() ? "" : "\t" + sampleColumns)
        + "\n"
        + String.join("\n", records)
        + (records.length == 0 ? "" : "\n");
  }

  public static VariantSet read(String content) {
    return read(content, defaults());
  }

  public static VariantSet read(String content, VariantReadOptions options) {
    return read("given.txt", content.getBytes(StandardCharsets.UTF_8), options);
  }

  public static VariantSet read(String name, byte[] bytes, VariantReadOptions options) {
    try (InputFile file = InputFile.over(name, new ByteArrayInputStream(bytes), 1L << 30)) {
      return read(file, options);
    }
  }

  public static VariantSet read(InputFile file) {
    return read(file, defaults());
  }

  public static VariantSet read(InputFile file, VariantReadOptions options) {
    return READER.read(file, options, GeneModels.bundled());
  }

  /** Everything told from the file, the caller's filters respected, the whole bundled panel. */
  public static VariantReadOptions defaults() {
    return new VariantReadOptions(Optional.empty(), Optional.empty(), false, GenePanel.symbols());
  }

  public static VariantReadOptions on(Assembly assembly) {
    return new VariantReadOptions(
        Optional.of(assembly), Optional.empty(), false, GenePanel.symbols());
  }

  public static VariantReadOptions sample(String name) {
    return new VariantReadOptions(Optional.empty(), Optional.of(name), false, GenePanel.symbols());
  }

  public static byte[] gzip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
