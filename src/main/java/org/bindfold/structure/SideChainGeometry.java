package org.bindfold.structure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindfold.io.ResourceTable;
import org.bindfold.sequence.AminoAcid;

/**
 * Builds side chains on a backbone from ideal bond lengths and angles ({@code
 * side-chain-geometry.tsv}) and chi angles.
 */
public final class SideChainGeometry {
  /**
   * One atom's place relative to three that stand already.
   *
   * @param from the three by their place among N, CA, C and the atoms in build order, 0-based: that
   *     of the dihedral, of the angle and of the bond
   * @param chi 1 to 4 when the dihedral is that chi plus {@code offset}; 0 when it is {@code
   *     offset}
   */
  private record Placement(
      String atom, int[] from, double length, double angle, int chi, double offset) {}

  private static final List<String> BACKBONE = List.of("N", "CA", "C");

  private static final Map<AminoAcid, List<Placement>> PLACEMENTS = load();

  private SideChainGeometry() {}

  /** Number of chi angles: 0 for glycine and alanine, at most 4. */
  public static int chiCount(AminoAcid aminoAcid) {
    return PLACEMENTS.getOrDefault(aminoAcid, List.of()).stream()
        .mapToInt(Placement::chi)
        .max()
        .orElse(0);
  }

  /** Heavy side-chain atom names in build order, C-beta first; empty for glycine. */
  public static List<String> atomNames(AminoAcid aminoAcid) {
    return PLACEMENTS.getOrDefault(aminoAcid, List.of()).stream().map(Placement::atom).toList();
  }

  /**
   * Where the C-beta of an amino acid stands on a backbone; for glycine, where alanine's would.
   *
   * @param n backbone N, angstrom
   * @param ca backbone CA
   * @param c backbone C
   */
  public static Point cBeta(AminoAcid aminoAcid, Point n, Point ca, Point c) {
    Placement p = PLACEMENTS.getOrDefault(aminoAcid, PLACEMENTS.get(AminoAcid.ALA)).get(0);
    return Point.extend(n, c, ca, p.length, p.angle, p.offset);
  }

  /**
   * Builds a side chain.
   *
   * @param n backbone N, angstrom
   * @param ca backbone CA
   * @param c backbone C
   * @param chi chi angles in degrees, at least {@link #chiCount}
   * @return typed heavy atoms, in the order of {@link #atomNames}
   */
  public static List<TypedAtom> build(
      AminoAcid aminoAcid, Point n, Point ca, Point c, double[] chi) {
    List<Placement> placements = PLACEMENTS.getOrDefault(aminoAcid, List.of());
    List<TypedAtom> atoms = new ArrayList<>(placements.size());
    Point[] placed = new Point[BACKBONE.size() + placements.size()];
    placed[0] = n;
    placed[1] = ca;
    placed[2] = c;
    for (Placement p : placements) {
      double dihedral = p.offset + (p.chi > 0 ? chi[p.chi - 1] : 0);
      Point position =
          Point.extend(
              placed[p.from[0]], placed[p.from[1]], placed[p.from[2]], p.length, p.angle, dihedral);
      placed[BACKBONE.size() + atoms.size()] = position;
      atoms.add(
          ProteinAtoms.atom(aminoAcid, p.atom, p.atom.substring(0, 1), position).orElseThrow());
    }
    return atoms;
  }

  private static Map<AminoAcid, List<Placement>> load() {
    Map<AminoAcid, List<Placement>> placements = new EnumMap<>(AminoAcid.class);
    for (Map<String, String> row :
        ResourceTable.read("/org/bindfold/structure/side-chain-geometry.tsv").rows()) {
      String dihedral = row.get("dihedral");
      boolean isChi = dihedral.startsWith("chi");
      int chi = isChi ? dihedral.charAt(3) - '0' : 0;
      String offset = isChi ? dihedral.substring(4) : dihedral;
      List<Placement> before =
          placements.computeIfAbsent(AminoAcid.valueOf(row.get("residue")), k -> new ArrayList<>());
      before.add(
          new Placement(
              row.get("atom"),
              new int[] {
                place(row.get("dihedral_atom"), before),
                place(row.get("angle_atom"), before),
                place(row.get("parent"), before)
              },
              Double.parseDouble(row.get("length_A")),
              Double.parseDouble(row.get("angle_deg")),
              chi,
              offset.isEmpty() ? 0 : Double.parseDouble(offset)));
    }
    return placements;
  }

  private static int place(String atom, List<Placement> before) {
    List<String> names =
        Stream.concat(BACKBONE.stream(), before.stream().map(Placement::atom)).toList();
    int place = names.indexOf(atom);
    if (place < 0) {
      throw new IllegalStateException(atom + " is used before it is placed");
    }
    return place;
  }
}
