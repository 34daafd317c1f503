import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindfold.energy.AtomBlock;
import org.bindfold.energy.ContactKernel;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Ligand;
import org.bindfold.structure.Point;
import org.bindfold.structure.TypedAtom;

/**
 * Writes a complex as PDBQT for AutoDock Vina and prints our intermolecular energy of the same
 * atoms: {@code VinaBench COMPLEX LIGAND|- FOLDER}. Vina works out from the coordinates which
 * carbons are hydrophobic; donors are marked by a hydrogen beside them, as PDBQT has it.
 */
final class VinaBench {
  private VinaBench() {}

  public static void main(String[] args) throws IOException {
    Optional<String> ligand = args[1].equals("-") ? Optional.empty() : Optional.of(args[1]);
    Complex complex =
        ComplexReader.read(
            new ComplexReader.Source(args[0], Optional.empty(), Optional.empty(), ligand));
    List<TypedAtom> protein = new ArrayList<>();
    complex.chains().forEach(c -> c.residues().forEach(r -> protein.addAll(r.atoms())));
    complex.cofactors().stream().map(Ligand::atoms).forEach(protein::addAll);
    protein.addAll(complex.metals());
    Path folder = Path.of(args[2]);
    write(folder.resolve("receptor.pdbqt"), protein, false);
    write(folder.resolve("ligand.pdbqt"), complex.ligand().atoms(), true);
    AtomBlock a = block(complex.ligand().atoms());
    AtomBlock b = block(protein);
    System.out.printf(Locale.ROOT, "%.4f%n", new ContactKernel().energy(a, b));
  }

  private static AtomBlock block(List<TypedAtom> atoms) {
    AtomBlock.Builder builder = new AtomBlock.Builder();
    for (TypedAtom atom : atoms) {
      Point p = atom.position();
      builder.add(p.x(), p.y(), p.z(), atom.type());
    }
    return builder.build().byType();
  }

  private static void write(Path file, List<TypedAtom> atoms, boolean rigidLigand)
      throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      if (rigidLigand) {
        out.println("ROOT");
      }
      int serial = 1;
      for (TypedAtom atom : atoms) {
        out.println(line(serial++, atom.name(), atom.position(), type(atom)));
        if (atom.type().donor() && !type(atom).equals("Mg")) {
          Point p = atom.position();
          out.println(line(serial++, "H", free(p, atoms), "HD"));
        }
      }
      if (rigidLigand) {
        out.println("ENDROOT");
        out.println("TORSDOF 0");
      }
    }
  }

  /** A place one angstrom from an atom and as far as can be from all others. */
  private static Point free(Point p, List<TypedAtom> atoms) {
    Point best = p;
    double most = -1;
    for (int k = 0; k < 200; k++) {
      double z = 1 - (2 * k + 1) / 200.0;
      double radius = Math.sqrt(1 - z * z);
      double turn = k * Math.PI * (3 - Math.sqrt(5));
      Point q = p.plus(new Point(radius * Math.cos(turn), radius * Math.sin(turn), z));
      double nearest =
          atoms.stream()
              .map(TypedAtom::position)
              .filter(o -> !o.equals(p))
              .mapToDouble(o -> o.distance(q))
              .min()
              .orElse(9);
      if (nearest > most) {
        most = nearest;
        best = q;
      }
    }
    return best;
  }

  private static String type(TypedAtom atom) {
    return switch (atom.type()) {
      case CARBON_HYDROPHOBIC, CARBON_POLAR -> "C";
      case NITROGEN, NITROGEN_DONOR -> "N";
      case NITROGEN_ACCEPTOR, NITROGEN_DONOR_ACCEPTOR -> "NA";
      case OXYGEN_ACCEPTOR, OXYGEN_DONOR_ACCEPTOR -> "OA";
      case SULFUR -> "S";
      case PHOSPHORUS -> "P";
      case FLUORINE -> "F";
      case CHLORINE -> "Cl";
      case BROMINE -> "Br";
      case IODINE -> "I";
      case METAL -> "Mg";
    };
  }

  private static String line(int serial, String name, Point p, String type) {
    return String.format(
        Locale.ROOT,
        "ATOM  %5d %-4s XXX A   1    %8.3f%8.3f%8.3f  1.00  0.00     0.000 %-2s",
        serial % 100000,
        name.length() > 4 ? name.substring(0, 4) : name,
        p.x(),
        p.y(),
        p.z(),
        type);
  }
}
