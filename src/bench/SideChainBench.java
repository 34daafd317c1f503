import java.util.Locale;
import java.util.Optional;
import org.bindfold.affinity.SideChainRecovery;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;

/**
 * Side chains rebuilt against the crystal: {@code SideChainBench FILE LIGAND-RESIDUE-NAME ...}. What
 * it counts with is shared with the tests, so it runs after {@code mvn package} as {@code java -cp
 * target/bindfold-all.jar:target/test-classes src/bench/SideChainBench.java ...}.
 */
final class SideChainBench {
  private SideChainBench() {}

  public static void main(String[] args) {
    SideChainRecovery buried = SideChainRecovery.NONE;
    SideChainRecovery all = SideChainRecovery.NONE;
    for (int i = 0; i + 1 < args.length; i += 2) {
      Complex complex =
          ComplexReader.read(
              new ComplexReader.Source(
                  args[i], Optional.empty(), Optional.of(args[i + 1]), Optional.empty()));
      SideChainRecovery ofThis = SideChainRecovery.buried(complex);
      print(args[i], ofThis);
      buried = buried.plus(ofThis);
      all = all.plus(SideChainRecovery.all(complex));
    }
    print("buried residues together", buried);
    print("all residues together", all);
  }

  private static void print(String name, SideChainRecovery r) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d residues, chi1 %.1f%%, chi1+2 %.1f%% of %d, RMSD %.2f angstrom%n",
        name,
        r.residues(),
        100 * r.chi1Share(),
        100 * r.chi12Share(),
        r.chi12Residues(),
        r.rmsd());
  }
}
