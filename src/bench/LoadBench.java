import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.bindfold.structure.BundledStructures;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.biojava.nbio.structure.io.FileParsingParameters;
import org.biojava.nbio.structure.io.PDBFileParser;

/**
 * Milliseconds from {@code main} to a ready complex, in a JVM that has done nothing else: {@code
 * LoadBench bundled DRUG}, {@code LoadBench file COMPLEX LIGAND-RESIDUE-NAME}, or {@code LoadBench
 * biojava FILE} for what BioJava's PDB parser alone takes with the settings that Bindfold uses.
 */
final class LoadBench {
  private LoadBench() {}

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    if (args[0].equals("file")) {
      ComplexReader.warmUp();
    }
    int found =
        switch (args[0]) {
          case "bundled" -> chains(BundledStructures.load(BundledStructures.all().stream().filter(e -> e.drug().equals(args[1])).findFirst().orElseThrow()));
          case "file" ->
              chains(
                  ComplexReader.read(
                      new ComplexReader.Source(
                          args[1], Optional.empty(), Optional.of(args[2]), Optional.empty())));
          case "biojava" -> biojava(args[1]);
          default -> throw new IllegalArgumentException(args[0]);
        };
    long took = (System.nanoTime() - start) / 1000;
    System.out.println(took / 1000 + "." + String.valueOf(1000 + took % 1000).substring(1));
    if (found == 0) {
      throw new IllegalStateException("no chain was read");
    }
  }

  private static int chains(Complex complex) {
    return complex.chains().size();
  }

  private static int biojava(String file) throws IOException {
    FileParsingParameters parameters = new FileParsingParameters();
    parameters.setAlignSeqRes(true);
    parameters.setParseSecStruc(false);
    parameters.setCreateAtomBonds(false);
    parameters.setParseBioAssembly(false);
    PDBFileParser parser = new PDBFileParser();
    parser.setFileParsingParameters(parameters);
    try (InputStream in = new FileInputStream(file)) {
      return parser.parsePDBFile(in).getChains().size();
    }
  }
}
