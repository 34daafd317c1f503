import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.Optional;
import org.bindfold.input.InputFile;
import org.bindfold.variant.VariantReadOptions;
import org.bindfold.variant.VariantReader;
import org.bindfold.variant.VariantSet;

/** Makes the files of vcf.sh and takes our side of the times; run it with the jar on the class path. */
public final class VcfBench {
  private static final VariantReadOptions OPTIONS =
      new VariantReadOptions(
          Optional.empty(), Optional.of("S0"), false, VariantReadOptions.DEFAULT_PANEL);

  private VcfBench() {}

  /** {@code generate SITES SAMPLES} writes a VCF to stdout; {@code inflate FILE}, {@code read FILE [RUNS]}. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "generate" -> generate(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      case "inflate" -> time("inflate, one thread", 5, () -> inflate(args[1]));
      case "read" -> {
        time("bindfold", args.length > 2 ? Integer.parseInt(args[2]) : 5, () -> read(args[1]));
        long peak =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(VcfBench::peak)
                .sum();
        System.err.printf(Locale.ROOT, "peak heap of the pools together: %d MB%n", peak >> 20);
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static long peak(MemoryPoolMXBean pool) {
    return pool.getPeakUsage().getUsed();
  }

  private interface Work {
    long run() throws Exception;
  }

  /** Prints the best of some runs, in seconds, to stdout, and all that it knows to stderr. */
  private static void time(String name, int runs, Work work) throws Exception {
    com.sun.management.OperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    double[] seconds = new double[runs];
    double processor = Double.MAX_VALUE;
    long result = 0;
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      long used = system.getProcessCpuTime();
      result = work.run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
      processor = Math.min(processor, (system.getProcessCpuTime() - used) / 1e9);
    }
    double first = seconds[0];
    Arrays.sort(seconds);
    System.err.printf(
        Locale.ROOT,
        "%s: best %.3f s, median %.3f s, first %.3f s; %.3f s of the processors (%d)%n",
        name, seconds[0], seconds[runs / 2], first, processor, result);
    System.out.printf(Locale.ROOT, "%.3f%n", seconds[0]);
  }

  private static long read(String file) {
    try (InputFile input = InputFile.open(file, 1L << 40)) {
      VariantSet set = VariantReader.read(input, OPTIONS);
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
