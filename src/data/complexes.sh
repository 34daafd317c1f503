#!/bin/sh
# Makes structures/ID.tsv, a bundled complex as Bindfold reads it from the structure and ligand files that structures/catalog.tsv names.
# Needs a JDK. Usage: src/data/complexes.sh ID
set -eu
cd "$(dirname "$0")/../.."
jar=target/bindfold-all.jar
# The sources decide how a file is read: the launcher builds the jar where they are newer.
./bindfold structures > /dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The writer stands with the tests, since the program itself only reads; it needs nothing else of them.
sources=src/test/java/org/bindfold/structure
javac -d "$work" -cp $jar $sources/BundledComplexes.java $sources/ComplexTextWriter.java
java -cp "$work:$jar" org.bindfold.structure.BundledComplexes "$1"
