#!/bin/sh
# Checks src/main/resources/org/bindfold/structure/rotamers.tsv, which is typed in from a paper's table, as its header says. Held: as many chi
# angles as the side chain has; each angle where the rotamer's name puts it (p around 60, t around 180, m around -60 degrees, a number at the
# end within 10); proline's pucker by the sign of chi1; each residue's probabilities, printed to 1 %, add up to 0.8 to 1.02, as the paper
# gives rotamers to most side chains of a kind, not to all.
# Prints what is wrong. Usage: src/data/check-rotamers.sh ROTAMERS SIDE_CHAIN_GEOMETRY
set -eu
awk -F '\t' '
  function wrong(what) { print "rotamers: " $1 " " $2 " " what; bad = 1 }
  function letter(chi) { return chi > -120 && chi < 0 ? "m" : chi > 0 && chi < 120 ? "p" : "t" }
  function apart(a, b, d) { d = (a - b) % 360; if (d < 0) d += 360; return d > 180 ? 360 - d : d }
  FNR == 1 { file++ }
  /^#/ || $1 == "residue" { next }
  file == 1 { if (match($8, /^chi[1-4]/)) { n = substr($8, 4, 1) + 0; if (n > chis[$1]) chis[$1] = n }; next }
  {
    if (seen[$1, $2]++) wrong("stands twice")
    if (!($3 > 0 && $3 <= 1)) wrong("has the probability " $3)
    sum[$1] += $3
    for (i = 1; i <= 4; i++) {
      given = $(3 + i) != ""
      if (given != (i <= chis[$1])) wrong("has " (given ? "a" : "no") " chi" i)
      if (given && !($(3 + i) >= -180 && $(3 + i) <= 180)) wrong("has chi" i " out of range")
    }
    if ($1 == "PRO") { if (($2 == "Cg_endo") != ($4 > 0)) wrong("has the other pucker"); next }
    named = $2
    for (i = 1; i <= chis[$1] && named ~ /^[ptm]/; i++) {
      if (letter($(3 + i)) != substr(named, 1, 1)) wrong("has chi" i " " $(3 + i))
      named = substr(named, 2)
    }
    if (named != "" && (i != chis[$1] || apart(named, $(3 + i)) > 10)) wrong("is not what its number says")
    if (named == "" && i <= chis[$1]) wrong("names too few angles")
  }
  END {
    for (residue in sum) if (sum[residue] < 0.8 || sum[residue] > 1.02) { $1 = residue; $2 = ""; wrong("adds up to " sum[residue]) }
    exit bad
  }' "$2" "$1"
