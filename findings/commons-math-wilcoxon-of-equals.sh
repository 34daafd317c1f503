#!/bin/sh
# Apache Commons Math 3.6.1, WilcoxonSignedRankTest.
# One would guess: two paired samples without any difference have a p-value of 1 (or none), and swapping the two samples
#   changes nothing, since the test has two sides.
# What happens: ten pairs that are all equal give the smallest p-value ten pairs can have, 0.00195. Pairs without a
#   difference stay in the ranking, and only positive differences are added up; the rest of the rank sum counts as negative.
#   So with one of ten pairs different, p is 0.084 or 0.00195 by which sample is named first.
# Why it matters: it is the test for two predictors on the same mutations, or a cell line before and after a drug, where
#   many pairs are equal. Two identical predictors come out as significantly different.
set -eu

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
  -Dartifact=org.apache.commons:commons-math3:3.6.1 -DoutputDirectory="$tmp/lib" >"$tmp/mvn.log" 2>&1 ||
  { cat "$tmp/mvn.log" >&2; exit 2; }
echo 'commons-math3 3.6.1'

cat >"$tmp/Main.java" <<'J'
import java.util.Locale;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;

class Main {
  static boolean changed;

  static void expect(String what, String expected, double[] first, double[] second, boolean exact) {
    double p = new WilcoxonSignedRankTest().wilcoxonSignedRankTest(first, second, exact);
    String seen = String.format(Locale.ROOT, "%.5f", p);
    System.out.printf(Locale.ROOT, "%-44s p = %s%n", what, seen);
    if (!seen.equals(expected)) {
      System.out.println("CHANGED: expected " + expected);
      changed = true;
    }
  }

  public static void main(String[] args) {
    double[] one = {0.5, 1.1, 1.9, 2.3, 2.8, 3.4, 3.9, 4.1, 4.6, 5.2};
    double[] other = one.clone();
    other[9] += 1;
    expect("ten equal pairs, exact", "0.00195", one, one.clone(), true);
    expect("ten equal pairs, approximate", "0.00432", one, one.clone(), false);
    expect("one of ten differs, exact", "0.08398", one, other, true);
    expect("the same, samples swapped, exact", "0.00195", other, one, true);
    System.exit(changed ? 1 : 0);
  }
}
J
java -cp "$tmp/lib/*" "$tmp/Main.java"
echo 'Confirmed: samples without any difference differ significantly.'
