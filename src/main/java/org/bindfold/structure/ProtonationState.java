package org.bindfold.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * The protonation state of a drug at pH 7.4, by rule from its heavy-atom graph.
 *
 * <ul>
 *   <li>Carboxylic, sulfonic and phosphoric acids give their protons up (methotrexate's carboxylic
 *       acids: pKa 2.9 and 4.4, doi:10.2478/s11532-010-0023-1).
 *   <li>Aliphatic amines take one, unless two or more paths N-C-C-X lead to a withdrawing X
 *       (oxygen, or nitrogen whose lone pair is delocalised). Imatinib, bosutinib (third constant
 *       7.56 at 25 degrees Celsius, by titration: The dissociation constants of the cytostatic
 *       bosutinib, J. Pharm. Biomed. Anal. 2016) and tamoxifen are protonated by this rule; the
 *       morpholine of gefitinib and the piperazine of dasatinib are not.
 *   <li>Of two amines two carbons apart only one is protonated: the one that is not benzylic, then
 *       the one with the smaller substituent.
 *   <li>Amidines and guanidines that are not part of an aromatic ring take one.
 *   <li>Pyridines, imidazoles and anilines stay neutral.
 * </ul>
 */
final class ProtonationState {
  private ProtonationState() {}

  /**
   * Removes charges that protons made, and sets hydrogens from the valence of the neutral molecule.
   */
  static void neutralise(IAtomContainer molecule) {
    for (IAtom atom : molecule.atoms()) {
      int orders = bondOrderSum(atom, molecule);
      int charge = 0;
      int hydrogens =
          switch (atom.getSymbol()) {
            case "C" -> 4 - orders;
            case "N" -> {
              // Four bonds to heavy atoms, or a nitro group written with charges: no proton to
              // remove.
              if (orders == 4) {
                charge = 1;
                yield 0;
              }
              yield orders > 4 ? 0 : 3 - orders;
            }
            case "O" -> {
              if (orders == 1 && isNitroOxygen(atom, molecule)) {
                charge = -1;
                yield 0;
              }
              yield 2 - orders;
            }
            case "S", "Se" -> orders <= 2 ? 2 - orders : 0;
            case "P" -> orders <= 3 ? 3 - orders : 0;
            default -> 0;
          };
      atom.setFormalCharge(charge);
      atom.setImplicitHydrogenCount(Math.max(0, hydrogens));
    }
  }

  /**
   * Sets charges and hydrogens for pH 7.4 on a neutral molecule whose aromatic atoms are marked.
   */
  static void apply(IAtomContainer molecule) {
    deprotonateAcids(molecule);
    for (IAtom amine : basicAmines(molecule)) {
      protonate(amine);
    }
    protonateAmidines(molecule);
  }

  private static void deprotonateAcids(IAtomContainer molecule) {
    for (IAtom atom : molecule.atoms()) {
      if (atom.getSymbol().equals("O")
          && atom.getImplicitHydrogenCount() == 1
          && molecule.getConnectedBondsCount(atom) == 1
          && isAcidCentre(molecule.getConnectedAtomsList(atom).get(0), molecule)) {
        atom.setFormalCharge(-1);
        atom.setImplicitHydrogenCount(0);
      }
    }
  }

  private static boolean isAcidCentre(IAtom centre, IAtomContainer molecule) {
    return switch (centre.getSymbol()) {
      case "C", "S", "P" -> hasDoubleBondTo(centre, "O", molecule) && !centre.isAromatic();
      default -> false;
    };
  }

  private static List<IAtom> basicAmines(IAtomContainer molecule) {
    List<IAtom> candidates = new ArrayList<>();
    for (IAtom atom : molecule.atoms()) {
      if (isAliphaticAmine(atom, molecule) && withdrawingPaths(atom, molecule) < 2) {
        candidates.add(atom);
      }
    }
    // The most basic first; each keeps those two carbons away from it neutral.
    candidates.sort(
        Comparator.comparingInt((IAtom a) -> benzylicNeighbours(a, molecule))
            .thenComparingInt(a -> secondShell(a, molecule))
            .thenComparingInt(molecule::indexOf));
    List<IAtom> protonated = new ArrayList<>();
    for (IAtom candidate : candidates) {
      if (protonated.stream().noneMatch(p -> twoCarbonsApart(p, candidate, molecule))) {
        protonated.add(candidate);
      }
    }
    return protonated;
  }

  /** Nitrogen with single bonds to saturated carbons only. */
  static boolean isAliphaticAmine(IAtom atom, IAtomContainer molecule) {
    return atom.getSymbol().equals("N")
        && !atom.isAromatic()
        && bondOrderSum(atom, molecule) <= 3
        && molecule.getConnectedBondsList(atom).stream()
            .allMatch(b -> b.getOrder() == IBond.Order.SINGLE)
        && molecule.getConnectedAtomsList(atom).stream()
            .allMatch(n -> n.getSymbol().equals("C") && isSaturated(n, molecule));
  }

  private static int withdrawingPaths(IAtom amine, IAtomContainer molecule) {
    int paths = 0;
    for (IAtom alpha : molecule.getConnectedAtomsList(amine)) {
      for (IAtom beta : molecule.getConnectedAtomsList(alpha)) {
        if (beta == amine || !beta.getSymbol().equals("C")) {
          continue;
        }
        for (IAtom x : molecule.getConnectedAtomsList(beta)) {
          boolean oxygen = x.getSymbol().equals("O");
          boolean delocalised = x.getSymbol().equals("N") && !isAliphaticAmine(x, molecule);
          if (x != alpha && (oxygen || delocalised)) {
            paths++;
          }
        }
      }
    }
    return paths;
  }

  private static int benzylicNeighbours(IAtom amine, IAtomContainer molecule) {
    int count = 0;
    for (IAtom alpha : molecule.getConnectedAtomsList(amine)) {
      if (molecule.getConnectedAtomsList(alpha).stream().anyMatch(IAtom::isAromatic)) {
        count++;
      }
    }
    return count;
  }

  private static int secondShell(IAtom amine, IAtomContainer molecule) {
    return molecule.getConnectedAtomsList(amine).stream()
        .mapToInt(molecule::getConnectedBondsCount)
        .sum();
  }

  private static boolean twoCarbonsApart(IAtom a, IAtom b, IAtomContainer molecule) {
    for (IAtom alpha : molecule.getConnectedAtomsList(a)) {
      for (IAtom beta : molecule.getConnectedAtomsList(alpha)) {
        if (beta != a && molecule.getConnectedAtomsList(beta).contains(b)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void protonateAmidines(IAtomContainer molecule) {
    for (IAtom carbon : molecule.atoms()) {
      if (!carbon.getSymbol().equals("C") || carbon.isAromatic()) {
        continue;
      }
      IAtom imine = null;
      boolean amino = false;
      for (IBond bond : molecule.getConnectedBondsList(carbon)) {
        IAtom other = bond.getOther(carbon);
        if (!other.getSymbol().equals("N") || other.isAromatic()) {
          continue;
        }
        if (bond.getOrder() == IBond.Order.DOUBLE) {
          imine = other;
        } else {
          amino |= !isAcylated(other, carbon, molecule);
        }
      }
      if (imine != null && amino && !isAcylated(imine, carbon, molecule)) {
        protonate(imine);
      }
    }
  }

  /** Whether a nitrogen's lone pair is drawn to another carbonyl, aromatic ring, or hetero atom. */
  private static boolean isAcylated(IAtom nitrogen, IAtom except, IAtomContainer molecule) {
    return molecule.getConnectedAtomsList(nitrogen).stream()
        .filter(n -> n != except)
        .anyMatch(n -> !n.getSymbol().equals("C") || n.isAromatic() || !isSaturated(n, molecule));
  }

  private static void protonate(IAtom nitrogen) {
    nitrogen.setFormalCharge(1);
    nitrogen.setImplicitHydrogenCount(nitrogen.getImplicitHydrogenCount() + 1);
  }

  private static boolean isSaturated(IAtom atom, IAtomContainer molecule) {
    return molecule.getConnectedBondsList(atom).stream()
        .allMatch(b -> b.getOrder() == IBond.Order.SINGLE);
  }

  private static boolean hasDoubleBondTo(IAtom atom, String symbol, IAtomContainer molecule) {
    return molecule.getConnectedBondsList(atom).stream()
        .anyMatch(
            b -> b.getOrder() == IBond.Order.DOUBLE && b.getOther(atom).getSymbol().equals(symbol));
  }

  private static boolean isNitroOxygen(IAtom oxygen, IAtomContainer molecule) {
    return molecule.getConnectedAtomsList(oxygen).stream()
        .anyMatch(n -> n.getSymbol().equals("N") && bondOrderSum(n, molecule) == 4);
  }

  static int bondOrderSum(IAtom atom, IAtomContainer molecule) {
    int sum = 0;
    for (IBond bond : molecule.getConnectedBondsList(atom)) {
      sum += bond.getOrder().numeric();
    }
    return sum;
  }
}
