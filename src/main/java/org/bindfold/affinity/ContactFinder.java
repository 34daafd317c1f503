package org.bindfold.affinity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bindfold.affinity.Contact.Kind;
import org.bindfold.energy.AtomType;
import org.bindfold.structure.Ligand;
import org.bindfold.structure.Point;
import org.bindfold.structure.TypedAtom;

/** Lists the contacts between a side chain and a ligand, nearest first within each kind. */
final class ContactFinder {
  private static final double HYDROGEN_BOND_ANGSTROM = 3.5;
  private static final double HYDROPHOBIC_ANGSTROM = 4.0;
  private static final double SALT_BRIDGE_ANGSTROM = 4.0;
  private static final double AROMATIC_ANGSTROM = 5.5;
  private static final double CLASH_OVERLAP_ANGSTROM = 0.9;

  /** The rings of the five- and six-membered side chains, by atom names. */
  private static final List<List<String>> SIDE_CHAIN_RINGS =
      List.of(
          List.of("CG", "CD1", "CE1", "CZ", "CE2", "CD2"),
          List.of("CG", "ND1", "CE1", "NE2", "CD2"),
          List.of("CG", "CD1", "NE1", "CE2", "CD2"),
          List.of("CD2", "CE2", "CZ2", "CH2", "CZ3", "CE3"));

  private ContactFinder() {}

  static List<Contact> find(List<TypedAtom> sideChain, Ligand ligand) {
    List<Contact> contacts = new ArrayList<>();
    for (TypedAtom a : sideChain) {
      for (TypedAtom b : ligand.atoms()) {
        pair(a, b, contacts);
      }
    }
    rings(sideChain, ligand, contacts);
    contacts.sort(
        Comparator.comparing(Contact::kind)
            .thenComparingDouble(Contact::distance)
            .thenComparing(Contact::residueAtom)
            .thenComparing(Contact::ligandAtom));
    return contacts;
  }

  /** The contacts of one list whose kind and ligand atom the other list does not have. */
  static List<Contact> without(List<Contact> contacts, List<Contact> others) {
    return contacts.stream()
        .filter(
            c ->
                others.stream()
                    .noneMatch(o -> o.kind() == c.kind() && o.ligandAtom().equals(c.ligandAtom())))
        .toList();
  }

  private static void pair(TypedAtom a, TypedAtom b, List<Contact> contacts) {
    double distance = a.position().distance(b.position());
    boolean hydrogenBond = AtomType.hydrogenBond(a.type(), b.type());
    if (a.charge() * b.charge() < 0 && distance <= SALT_BRIDGE_ANGSTROM) {
      contacts.add(new Contact(Kind.SALT_BRIDGE, a.name(), b.name(), distance));
    } else if (hydrogenBond && distance <= HYDROGEN_BOND_ANGSTROM) {
      contacts.add(new Contact(Kind.HYDROGEN_BOND, a.name(), b.name(), distance));
    }
    double overlap = a.type().radius() + b.type().radius() - distance;
    // Donor and acceptor may come closer than their radii; that is what a hydrogen bond is.
    if (overlap >= CLASH_OVERLAP_ANGSTROM && !hydrogenBond) {
      contacts.add(new Contact(Kind.CLASH, a.name(), b.name(), distance));
    } else if (a.type().hydrophobic()
        && b.type().hydrophobic()
        && distance <= HYDROPHOBIC_ANGSTROM) {
      contacts.add(new Contact(Kind.HYDROPHOBIC, a.name(), b.name(), distance));
    }
  }

  private static void rings(List<TypedAtom> sideChain, Ligand ligand, List<Contact> contacts) {
    for (List<String> names : SIDE_CHAIN_RINGS) {
      List<TypedAtom> ring =
          sideChain.stream().filter(a -> a.aromatic() && names.contains(a.name())).toList();
      if (ring.size() != names.size()) {
        continue;
      }
      Point centre = centre(ring);
      for (List<Integer> other : ligand.rings()) {
        double distance = centre.distance(ligand.ringCentre(other));
        if (distance <= AROMATIC_ANGSTROM) {
          contacts.add(
              new Contact(
                  Kind.AROMATIC, names.get(0), ligand.atoms().get(other.get(0)).name(), distance));
        }
      }
    }
  }

  private static Point centre(List<TypedAtom> ring) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (TypedAtom atom : ring) {
      x += atom.position().x() / ring.size();
      y += atom.position().y() / ring.size();
      z += atom.position().z() / ring.size();
    }
    return new Point(x, y, z);
  }
}
