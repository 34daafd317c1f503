#!/bin/sh
# Makes src/main/resources/org/bindfold/structure/ligands.tsv: residue name, drug and SMILES of each ligand.
# Usage: src/data/ligands.sh TABLE (drug, ligand_code, target, structure, smiles, checked)
set -eu
cat << 'HEADER'
# Bond orders of known ligands: residue name in the Protein Data Bank, drug, SMILES. Version: 1.
# Source: PubChem compounds of the Davis 2011 set (doi:10.1038/nbt.1990); 0LI AY7 MTX FOL OHT: formula checked against the crystal ligand.
# Hydrogens, charges and stereo of the SMILES are not used.
# Made by: src/data/ligands.sh.
HEADER
awk -F '\t' '
  NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; print "code\tname\tsmiles"; next }
  { print $column["ligand_code"] "\t" $column["drug"] "\t" $column["smiles"] }' "$1"
