#!/bin/sh
# Our intermolecular energy against AutoDock Vina's on the same atoms, and the time that Vina and PLIP
# take for one prepared structure beside our time per mutant. Needs the packages autodock-vina and
# plip (Debian), and the jar (mvn package). Usage: src/bench/vina.sh [FOLDER with hauser's NAME.pdb and NAME.sdf]
set -eu
cd "$(dirname "$0")/../.."
jar=target/bindfold-all.jar
java=${JAVA:-java}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

vina_energy() {
  vina --receptor "$work/receptor.pdbqt" --ligand "$work/ligand.pdbqt" --score_only --autobox --cpu 1 > "$work/vina.txt"
  awk '/Final Intermolecular Energy/ { print $(NF - 1); exit }' "$work/vina.txt"
}

compare() { # name complex ligand
  ours=$("$java" -cp $jar src/bench/VinaBench.java "$2" "$3" "$work")
  theirs=$(vina_energy)
  awk -v n="$1" -v a="$ours" -v b="$theirs" 'BEGIN { printf "%-12s bindfold %8.3f  vina %8.3f kcal/mol  difference %+.2f%%\n", n, a, b, 100 * (a - b) / b }'
}

median_of_five() { # command...
  for _ in 1 2 3 4 5; do
    start=$(date +%s%N)
    "$@" > /dev/null 2>&1
    echo $((($(date +%s%N) - start) / 1000))
  done | sort -n | sed -n 3p
}

echo "== energies"
compare 1IEP structures/1IEP.pdb structures/1IEP_STI.sdf
for sdf in "${1:-../shared/structures/hauser}"/*.sdf; do
  [ -e "$sdf" ] || continue
  compare "$(basename "$sdf" .sdf)" "${sdf%.sdf}.pdb" "$sdf"
done

echo "== time for one mutant"
compare 1IEP structures/1IEP.pdb structures/1IEP_STI.sdf > /dev/null
vina_us=$(median_of_five vina --receptor "$work/receptor.pdbqt" --ligand "$work/ligand.pdbqt" --score_only --autobox --cpu 1)
echo "vina --score_only, one prepared mutant structure, start-up and set-up included: $vina_us microseconds"
ours_us=$("$java" -XX:+UseSerialGC -cp $jar src/bench/ScanBench.java structures/1IEP.pdb structures/1IEP_STI.sdf 12)
echo "$ours_us"
ours_us=$(echo "$ours_us" | awk '{ print $2 }')
awk -v a="$vina_us" -v b="$ours_us" 'BEGIN { printf "ratio vina / bindfold: %.0f\n", a / b }'
plip=$(command -v plip || command -v plipcmd || true)
if [ "$plip" ]; then
  cp ../shared/structures/reference/1IEP.pdb "$work/complex.pdb"
  plip_us=$(median_of_five "$plip" -f "$work/complex.pdb" -o "$work/plip" -t)
  echo "plip contact list of 1IEP (both copies of the ligand), start-up included: $plip_us microseconds"
  awk -v a="$plip_us" -v b="$ours_us" 'BEGIN { printf "ratio plip / bindfold: %.0f\n", a / b }'
fi
