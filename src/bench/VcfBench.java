import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import org.bindfold.genome.GeneModels;
import org.bindfold.genome.GenePanel;
import org.bindfold.io.InputFile;
import org.bindfold.variant.VariantReadOptions;
import org.bindfold.variant.VariantReader;
import org.bindfold.variant.VariantSet;
import org.bindfold.variant.vcf.VcfFormat;

/** Makes the files of vcf.sh and takes the times; run it with the jar on the class path. */
public final class VcfBench {
  private static final int WARM_UP = 12;
  private static final VariantReadOptions OPTIONS =
      new VariantReadOptions(
          Optional.empty(), Optional.of("S0"), false, GenePanel.symbols());

  private VcfBench() {}

  /**
   * {@code generate SITES SAMPLES} writes a VCF to stdout; {@code compare FILE ROUNDS} times all
   * sides, {@code read FILE ROUNDS} ours alone.
   */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "generate" -> generate(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      case "compare" -> {
        Map<String, Work> sides = new LinkedHashMap<>();
        sides.put("bindfold", () -> read(args[1]));
        sides.put("inflating, JDK, one thread", () -> inflate(args[1]));
        sides.put(
            "bcftools query",
            () -> run("bcftools", "query", "-f", "%CHROM\t%POS\t%REF\t%ALT\n", args[1]));
        sides.put("libdeflate-gzip -dc", () -> run("libdeflate-gzip", "-dc", args[1]));
        time(sides, Integer.parseInt(args[2]));
      }
      case "read" -> time(Map.of("bindfold", () -> read(args[1])), Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private interface Work {
    long run() throws Exception;
  }

  /**
   * Each round runs every side once, so that what else the machine does meets all of them. Prints
   * seconds, and how many times another side the first takes: by the best of each, and as the
   * median of the rounds.
   */
  private static void time(Map<String, Work> sides, int rounds) throws Exception {
    Work ours = sides.values().iterator().next();
    for (int i = 0; i < WARM_UP; i++) {
      ours.run();
    }
    Map<String, double[]> seconds = new LinkedHashMap<>();
    sides.keySet().forEach(name -> seconds.put(name, new double[rounds]));
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Work> side : sides.entrySet()) {
        long start = System.nanoTime();
        side.getValue().run();
        seconds.get(side.getKey())[round] = (System.nanoTime() - start) / 1e9;
      }
    }
    double[] first = seconds.values().iterator().next();
    for (Map.Entry<String, double[]> side : seconds.entrySet()) {
      double[] times = side.getValue();
      double[] ratios = new double[rounds];
      Arrays.setAll(ratios, round -> first[round] / times[round]);
      System.out.printf(
          Locale.ROOT,
          "%-28s best %.3f s, median %.3f s; bindfold takes %.2f times that by the best, "
              + "%.2f in the median round%n",
          side.getKey(), best(times), median(times), best(first) / best(times), median(ratios));
    }
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(Locale.ROOT, "%-28s %d MB%n", "peaks of the heap's pools", peak >> 20);
  }

  private static double best(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }

  private static long run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
    return 0;
  }

  private static long read(String file) {
    try (InputFile input = InputFile.open(file, 1L << 40)) {
      VariantSet set = new VariantReader(List.of(new VcfFormat())).read(input, OPTIONS, GeneModels.bundled());
      if (set.counts().reported() != 3) {
        throw new IllegalStateException("expected 3 variants: " + set.counts());
      }
      return set.counts().read();
    }
  }

  /** Every BGZF block with the JDK's inflater, one after the other, and nothing done with it. */
  private static long inflate(String file) throws Exception {
    Inflater inflater = new Inflater(true);
    byte[] header = new byte[18];
    byte[] zipped = new byte[1 << 16];
    byte[] content = new byte[1 << 16];
    long bytes = 0;
    try (InputStream raw = Files.newInputStream(Path.of(file));
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(raw, 1 << 16))) {
      while (in.readNBytes(header, 0, 18) == 18) {
        int rest = ((header[16] & 0xff) | (header[17] & 0xff) << 8) + 1 - 18;
        in.readFully(zipped, 0, rest);
        inflater.reset();
        inflater.setInput(zipped, 0, rest - 8);
        while (!inflater.finished()) {
          bytes += inflater.inflate(content);
        }
      }
    }
    return bytes;
  }

  private static void generate(int sites, int samples) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.US_ASCII);
    StringBuilder line = new StringBuilder();
    line.append("##fileformat=VCFv4.2\n##contig=<ID=chr9,length=138394717>\n");
    line.append("##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">\n");
    line.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT");
    for (int i = 0; i < samples; i++) {
      line.append("\tS").append(i);
    }
    out.print(line.append('\n'));
    long state = 42;
    int perChromosome = sites / 22;
    for (int chromosome = 1; chromosome <= 22; chromosome++) {
      int count = chromosome == 22 ? sites - 21 * perChromosome : perChromosome;
      // Within the shortest chromosome, so that every record is valid.
      int step = 40_000_000 / count;
      for (int i = 0; i < count; i++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        int random = (int) (state >>> 33);
        int position = 5_000_000 + i * step + random % step;
        line.setLength(0);
        line.append("chr").append(chromosome).append('\t').append(position).append("\trs");
        line.append(random).append('\t').append("ACGT".charAt(random & 3)).append('\t');
        line.append("CGTA".charAt(random & 3)).append('\t').append(30 + (random >> 4 & 63));
        line.append((random & 64) == 0 ? "\tPASS\tDP=" : "\tlowq\tDP=").append(20 + (random >> 8 & 63));
        line.append(";MQ=60;SOMATIC;TLOD=").append(random >> 12 & 1023).append(".").append(random & 7);
        line.append("\tGT:AD:AF:DP");
        for (int s = 0; s < samples; s++) {
          int reference = 20 + (random >> s & 31);
          int alternate = random >> s + 3 & 15;
          line.append("\t0/1:").append(reference).append(',').append(alternate).append(":0.");
          line.append(100 + (random >> s & 511)).append(':').append(reference + alternate);
        }
        out.print(line.append('\n'));
      }
      if (chromosome == 9) {
        String format = "\t.\tPASS\tDP=90\tGT:AD:AF:DP" + "\t0/1:58,42:0.420:100".repeat(samples);
        out.print("chr9\t130862976\t.\tG\tA" + format + "\n");
        out.print("chr9\t130872896\t.\tC\tT" + format + "\n");
        out.print("chr9\t130873027\t.\tT\tG" + format + "\n");
      }
    }
    out.flush();
  }
}
