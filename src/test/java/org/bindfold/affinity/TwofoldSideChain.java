package org.bindfold.affinity;

import java.util.Map;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Residue;

/**
 * Side chains whose end looks the same turned by 180 degrees, as far as heavy atoms tell: a crystal
 * structure names the two sides by convention only.
 *
 * @param partners each atom of the end and the one it changes places with
 */
record TwofoldSideChain(Map<String, String> partners) {
  private static final TwofoldSideChain NONE = new TwofoldSideChain(Map.of());
  private static final TwofoldSideChain RING =
      new TwofoldSideChain(Map.of("CD1", "CD2", "CD2", "CD1", "CE1", "CE2", "CE2", "CE1"));
  private static final TwofoldSideChain ASPARTATE =
      new TwofoldSideChain(Map.of("OD1", "OD2", "OD2", "OD1"));
  private static final TwofoldSideChain GLUTAMATE =
      new TwofoldSideChain(Map.of("OE1", "OE2", "OE2", "OE1"));
  private static final TwofoldSideChain ARGININE =
      new TwofoldSideChain(Map.of("NH1", "NH2", "NH2", "NH1"));

  static TwofoldSideChain of(Residue residue) {
    return residue
        .aminoAcid()
        .map(
            a ->
                switch (a) {
                  case PHE, TYR -> RING;
                  case ASP -> ASPARTATE;
                  case GLU -> GLUTAMATE;
                  case ARG -> ARGININE;
                  default -> NONE;
                })
        .orElse(NONE);
  }

  /** The name of the atom that an atom changes places with; its own when it stays. */
  String partner(String atom) {
    return partners.getOrDefault(atom, atom);
  }

  /** Whether a chi angle (1 to 4) turns the end of the side chain itself. */
  static boolean isTwofold(AminoAcid aminoAcid, int chi) {
    return switch (aminoAcid) {
      case PHE, TYR, ASP -> chi == 2;
      case GLU -> chi == 3;
      default -> false;
    };
  }

  /** Difference of two angles, degrees, 0 to 180; to 90 where half a turn changes nothing. */
  static double difference(double a, double b, boolean twofold) {
    double turn = twofold ? 180 : 360;
    double difference = Math.abs(a - b) % turn;
    return Math.min(difference, turn - difference);
  }
}
