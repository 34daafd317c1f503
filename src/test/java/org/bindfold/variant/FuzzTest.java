package org.bindfold.variant;

import static org.assertj.core.api.Assertions.assertThat;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.bindfold.copynumber.CopyNumberReader;
import org.bindfold.copynumber.CopyNumbers;
import org.bindfold.genome.Assembly;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.junit.jupiter.api.Test;

/**
 * Damages good files at random, always the same way: each case must end with a result whose counts
 * add up or with a message, never with another exception, and damage to one record must not lose
 * another. {@code -Dfuzz.cases=N} runs more than the 10,000 of every build.
 */
class FuzzTest {
  private static final int CASES = Integer.getInteger("fuzz.cases", 10_000);
  private static final String ODD = "\t\n\r\0:;,|/<>[]=\"'#.-*+%$ \u00e9\u2028eENan0123456789ACGT";

  @Test
  void answersEveryDamagedFileAndKeepsTheOtherRecords() throws IOException {
    List<Path> examples = new ArrayList<>();
    try (var files = Files.list(Path.of("mutations"))) {
      files.filter(path -> !path.toString().endsWith(".md")).sorted().forEach(examples::add);
    }
    Random random = new Random(2026);
    for (int i = 0; i < CASES; i++) {
      Path example = examples.get(i % examples.size());
      byte[] good = Files.readAllBytes(example);
      if (example.toString().endsWith(".vcf") && i % 7 == 0) {
        damagedBytes(example + ".gz case " + i, bgzip(good), random);
      } else if (i % 3 == 0) {
        damagedBytes(example + " case " + i, good, random);
      } else {
        damagedLine(example + " case " + i, new String(good, StandardCharsets.UTF_8), random);
      }
    }
  }

  private static byte[] bgzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BlockCompressedOutputStream out = new BlockCompressedOutputStream(bytes, (File) null)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static void damagedBytes(String name, byte[] good, Random random) {
    byte[] bad = good.clone();
    for (int n = 1 + random.nextInt(6); n > 0; n--) {
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
    }
    if (random.nextInt(4) == 0) {
      bad = Arrays.copyOf(bad, random.nextInt(bad.length) + 1);
    }
    read(name, bad);
  }

  /** Damages the last line, and looks for every variant of those before it. */
  private static void damagedLine(String name, String good, Random random) {
    int end = good.length() - 1;
    int start = good.lastIndexOf('\n', end - 1) + 1;
    StringBuilder line = new StringBuilder(good.substring(start, end));
    for (int n = 1 + random.nextInt(5); n > 0 && line.length() > 1; n--) {
      int at = random.nextInt(line.length());
      // No NUL and no line end: those concern the file, not the record.
      char odd = ODD.charAt(4 + random.nextInt(ODD.length() - 4));
      switch (random.nextInt(4)) {
        case 0 -> line.setCharAt(at, odd);
        case 1 -> line.deleteCharAt(at);
        case 2 -> line.insert(at, odd);
        default -> line.insert(at, line.substring(0, at));
      }
    }
    String before = good.substring(0, start);
    List<String> expected = read(name, before.getBytes(StandardCharsets.UTF_8));
    String bad = before + line + "\n";
    List<String> found = read(name, bad.getBytes(StandardCharsets.UTF_8));
    if (!found.equals(List.of("refused"))) {
      assertThat(found).as(name + ": " + line).containsAll(expected);
    }
  }

  /** What the readers of the file's kind find; {@code refused} for a message. */
  private static List<String> read(String name, byte[] content) {
    AtomicReference<List<String>> found = new AtomicReference<>(List.of());
    try (InputFile file = InputFile.over(name, new ByteArrayInputStream(content), 1 << 26)) {
      if (CopyNumberReader.accepts(file.beginning())) {
        var profile = CopyNumbers.read(file, Assembly.GRCH38);
        assertThat(profile.skipped().size()).isLessThanOrEqualTo(profile.records());
      } else {
        VariantSet set = Inputs.read(file);
        assertThat(set.counts().skipped()).isEqualTo(set.skipped().size());
        assertThat(set.counts().reported()).isEqualTo(set.variants().size() + set.fusions().size());
        found.set(set.variants().stream().map(call -> call.change().hgvs()).toList());
      }
    } catch (InputException e) {
      assertThat(e.getMessage()).isNotBlank();
      return List.of("refused");
    } catch (RuntimeException e) {
      throw new AssertionError(name + ": " + new String(content, StandardCharsets.UTF_8), e);
    }
    return found.get();
  }
}
