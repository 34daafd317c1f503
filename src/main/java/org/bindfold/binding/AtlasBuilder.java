package org.bindfold.binding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.ScoringModel;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.io.WorkerPool;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.GeneticCode;
import org.bindfold.structure.Residue;

/**
 * Computes an {@link AtlasTable}: all 19 substitutions of residues within 15 angstrom of the
 * ligand, and of the others those that one changed base of some codon makes. The bytes depend on
 * the structure and the model alone.
 */
public final class AtlasBuilder {
  private static final double NEAR_ANGSTROM = 15;
  private static final long MAX_BYTES = 512L << 20;

  private final AtlasPair pair;
  private final String sha256;
  private final NumberedComplex complex;

  /**
   * Reads the complex of a pair.
   *
   * @param folder of the structures
   * @throws InputException when a file is missing or its chain is not the protein
   */
  public AtlasBuilder(AtlasPair pair, Path folder) {
    this.pair = pair;
    this.sha256 = sha256(pair.source(folder).structure());
    this.complex =
        NumberedComplex.read(
            pair.source(folder),
            new Numbering(pair.accession().map(a -> BundledSequences.of(a).orElseThrow())),
            ScoringModel.bundled());
  }

  private static String sha256(String file) {
    try (InputFile input = InputFile.open(file, MAX_BYTES)) {
      input.readAllBytes();
      return input.sha256();
    }
  }

  /**
   * The table as gzipped tab-separated text.
   *
   * @param maker what builds it, for its header
   */
  public byte[] build(WorkerPool workers, String maker) {
    StringBuilder text = new StringBuilder();
    text.append("# structure\t").append(pair.structure()).append('\n');
    text.append("# structure_sha256\t").append(sha256).append('\n');
    text.append("# made_by\t").append(maker).append('\n');
    text.append("# model_version\t").append(Calibration.bundled().version()).append('\n');
    text.append(String.join("\t", AtlasTable.COLUMNS)).append('\n');
    // Each residue on one thread: the scorer keeps its surroundings for the next substitution.
    workers.map(complex.residues(), this::rows).forEach(text::append);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String rows(Residue residue) {
    AminoAcid wildType = complex.wildType(residue).orElseThrow();
    boolean near = complex.distance(residue) <= NEAR_ANGSTROM;
    StringBuilder rows = new StringBuilder();
    complex
        .substitutions(residue, mutant -> near || GeneticCode.oneBaseApart(wildType, mutant))
        .forEach(s -> s.binding().ifPresent(b -> rows.append(row(s.mutation(), b)).append('\n')));
    return rows.toString();
  }

  private String row(String mutation, BindingChange change) {
    List<String> cells = new ArrayList<>();
    cells.add(mutation);
    cells.add(decimal(change.ddg(), 2));
    cells.add(decimal(change.low(), 2));
    cells.add(decimal(change.high(), 2));
    cells.add(decimal(change.pResistant(), 3));
    cells.add(decimal(change.distance(), 1));
    cells.add(change.sites().get(0).id().toString());
    cells.add(complex.path(change));
    cells.add(AtlasTable.contacts(change.lost()));
    cells.add(AtlasTable.contacts(change.gained()));
    cells.add(String.join("; ", change.notes()));
    return String.join("\t", cells);
  }

  static String decimal(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.0*") ? text.substring(1) : text;
  }
}
