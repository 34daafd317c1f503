#!/bin/sh
# Makes src/main/resources/org/bindfold/structure/protein-atoms.tsv from the side chains' atoms and bonds: AutoDock Vina's rules, and
# what the rules need to know of each residue at pH 7.4 (hydrogens on nitrogen and oxygen, rings, charges), which stands below.
# Usage: src/data/protein-atoms.sh SIDE_CHAIN_GEOMETRY
set -eu
cat << 'HEADER'
# Types of the protein's heavy atoms at pH 7.4. Version: 1.
# Source: rules of AutoDock Vina (Trott and Olson 2010, doi:10.1002/jcc.21334): a carbon bonded to a hetero atom is polar; a nitrogen or oxygen
# with hydrogen gives, with a free lone pair takes, hydrogen bonds. Lysine and arginine carry +1 (arginine over its three nitrogens),
# aspartate and glutamate -1 (over both oxygens). Histidine's nitrogens stand here as both; the reader sets its state.
# Made by: src/data/protein-atoms.sh.
HEADER
awk -F '\t' '
  function bond(residue, a, b) {
    hetero[residue, a] = hetero[residue, a] || b ~ /^[NOS]/
    hetero[residue, b] = hetero[residue, b] || a ~ /^[NOS]/
  }
  function backbone(residue) {
    residues[++count] = residue
    atoms[residue] = "N CA C O OXT"
    bond(residue, "N", "CA"); bond(residue, "CA", "C"); bond(residue, "C", "O"); bond(residue, "C", "OXT")
  }
  function mark(what, residue, names, value, i, n, name) {
    n = split(names, name, " ")
    for (i = 1; i <= n; i++) what[residue, name[i]] = value
  }
  BEGIN {
    # Bonds that close rings; all others go to the atom that a side chain is built on.
    bond("PRO", "CD", "N"); bond("HIS", "CE1", "NE2"); bond("TRP", "NE1", "CE2")
    mark(aromatic, "HIS", "CG ND1 CD2 CE1 NE2", 1)
    mark(aromatic, "PHE", "CG CD1 CD2 CE1 CE2 CZ", 1)
    mark(aromatic, "TRP", "CG CD1 CD2 NE1 CE2 CE3 CZ2 CZ3 CH2", 1)
    mark(aromatic, "TYR", "CG CD1 CD2 CE1 CE2 CZ", 1)
    mark(charge, "LYS", "NZ", 1); mark(charge, "ARG", "NE NH1 NH2", 1)
    mark(charge, "ASP", "OD1 OD2", -1); mark(charge, "GLU", "OE1 OE2", -1)
    # An amide or a charged nitrogen has no free lone pair, a carbonyl oxygen no hydrogen: the exceptions.
    mark(exception, "PRO", "N", "NITROGEN")
    mark(exception, "HIS", "ND1 NE2", "NITROGEN_DONOR_ACCEPTOR")
    mark(exception, "SER", "OG", "OXYGEN_DONOR_ACCEPTOR")
    mark(exception, "THR", "OG1", "OXYGEN_DONOR_ACCEPTOR")
    mark(exception, "TYR", "OH", "OXYGEN_DONOR_ACCEPTOR")
  }
  /^#/ || $1 == "residue" { next }
  # Glycine has no side chain, hence no rows; it stands in the order of names.
  !($1 in atoms) && $1 > "GLY" && !("GLY" in atoms) { backbone("GLY") }
  !($1 in atoms) { backbone($1) }
  { atoms[$1] = atoms[$1] " " $2; bond($1, $2, $3) }
  function type(residue, atom) {
    if ((residue, atom) in exception) return exception[residue, atom]
    if (atom ~ /^C/) return hetero[residue, atom] ? "CARBON_POLAR" : "CARBON_HYDROPHOBIC"
    return atom ~ /^N/ ? "NITROGEN_DONOR" : atom ~ /^O/ ? "OXYGEN_ACCEPTOR" : "SULFUR"
  }
  END {
    print "residue\tatom\ttype\taromatic\tcharge"
    for (i = 1; i <= count; i++) {
      n = split(atoms[residues[i]], name, " ")
      for (j = 1; j <= n; j++) {
        at = residues[i] SUBSEP name[j]
        print residues[i] "\t" name[j] "\t" type(residues[i], name[j]) "\t" aromatic[at] + 0 "\t" charge[at] + 0
      }
    }
  }' "$1"
