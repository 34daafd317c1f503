#!/bin/sh
# Checks src/main/resources/org/bindfold/structure/side-chain-geometry.tsv, which is typed in from two papers, as its header says. Held: every
# atom is placed once, on atoms that stand already and hang together; lengths and angles are those of bonds between heavy atoms; chi angles
# come in order, the first atom of each with no offset.
# Prints what is wrong. Usage: src/data/check-side-chain-geometry.sh SIDE_CHAIN_GEOMETRY
set -eu
awk -F '\t' '
  function wrong(what) { print "side-chain-geometry: " $1 " " $2 " " what; bad = 1 }
  function bonded(a, b) { return bond[$1, a, b] || bond[$1, b, a] }
  /^#/ || $1 == "residue" { next }
  !($1 in chi) {
    if ($1 <= before) wrong("does not follow " before)
    before = $1
    chi[$1] = 0
    placed[$1, "N"] = placed[$1, "CA"] = placed[$1, "C"] = 1
    bond[$1, "N", "CA"] = bond[$1, "CA", "C"] = 1
  }
  {
    if (placed[$1, $2]) wrong("is placed twice")
    for (i = 3; i <= 5; i++) if (!placed[$1, $i]) wrong("needs " $i ", which is not placed yet")
    # The C-beta hangs on CA by an improper angle: N is bonded to CA, not to C.
    if (!bonded($3, $4) || !(bonded($4, $5) || bonded($3, $5))) wrong("hangs on atoms that are not bonded")
    placed[$1, $2] = bond[$1, $2, $3] = 1
    if (!($6 >= 1.2 && $6 <= 1.9)) wrong("is " $6 " angstrom away")
    if (!($7 >= 95 && $7 <= 140)) wrong("has an angle of " $7)
    if ($8 !~ /^(chi[1-4]([+-][0-9.]+)?|-?[0-9.]+)$/) wrong("has the dihedral " $8)
    if ($8 ~ /^chi/) {
      n = substr($8, 4, 1) + 0
      if (n > chi[$1] + 1 || (n == chi[$1] + 1 && length($8) > 4)) wrong("uses chi" n " before it is defined")
      if (n > chi[$1]) chi[$1] = n
    }
  }
  END { exit bad }' "$1"
