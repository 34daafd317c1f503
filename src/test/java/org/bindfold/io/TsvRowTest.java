package org.bindfold.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link TsvHeader} and {@link TsvRow} against splitting and searching as written down first. */
class TsvRowTest {
  private static final Set<String> MISSING = Set.of(".", "na", "-");

  /** What cells and names are made of, a tab more often than the others. */
  private static final List<String> PIECES =
      List.of("\t", "\t", "\t", "a", "B", "gene", "Gene", " ", "\"", "NA", ".", "#", "\u00a0", "1");

  private final Random random = new Random(11);

  @Test
  void cellsAreThoseOfSplittingAtEveryTab() {
    for (int round = 0; round < 20_000; round++) {
      String line = line();
      TsvRow row = TsvRow.of(line);

      assertThat(row.raw()).as(line).containsExactly(line.split("\t", -1));
      assertThat(row.width()).isEqualTo(row.raw().size());
      assertThat(row.raw(row.width() - 1)).isEqualTo(row.raw().get(row.width() - 1));
    }
  }

  @Test
  void columnsAreFoundAsByGoingThroughTheNames() {
    for (int round = 0; round < 20_000; round++) {
      boolean quoted = random.nextBoolean();
      String names = line();
      String line = line();
      TsvHeader header =
          (quoted ? TsvHeader.ofQuoted(names) : TsvHeader.of(names)).withMissing(MISSING);
      TsvRow row = header.looseRow(line);
      List<String> naive = naiveCells(names, quoted);
      List<String> cells = naiveCells(line, quoted);

      assertThat(header.width()).isEqualTo(naive.size());
      for (String column : List.of("a", "GENE", "", "b", "\"a\"", "na", "missing")) {
        int place = naivePlace(naive, column);
        assertThat(header.index(column).orElse(-1)).as(names).isEqualTo(place);
        assertThat(header.has(column)).isEqualTo(place >= 0);
        boolean there = place >= 0 && place < cells.size();
        assertThat(row.has(column)).isEqualTo(there);
        if (there) {
          assertThat(row.cell(column)).as(line).isEqualTo(cells.get(place));
        }
        assertThat(row.text(column))
            .isEqualTo(
                there && !isNaivelyMissing(cells.get(place))
                    ? Optional.of(cells.get(place))
                    : Optional.empty());
      }
    }
  }

  @Test
  void ofTwoColumnsWithOneNameTheFirstCountsAndBothAreColumns() {
    TsvHeader header = TsvHeader.of("gene\tvaf\tGENE");

    assertThat(header.width()).isEqualTo(3);
    assertThat(header.row("ABL1\t0.5\tDHFR").text("gene")).contains("ABL1");
  }

  @Test
  void theLeftmostOfSeveralNamesIsTheFileOwnChoice() {
    TsvHeader header = TsvHeader.of("symbol\tgene\tvaf");

    assertThat(header.leftmost(Set.of("gene", "symbol", "hugo_symbol"))).contains("symbol");
    assertThat(header.leftmost(Set.of("change"))).isEmpty();
    assertThat(header.hasAll(List.of("Gene", "VAF"))).isTrue();
    assertThat(header.hasAll(List.of("gene", "depth"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABL1", "ABL1\t1", "ABL1\t1\t2\t3", ""})
  void aRowHasAsManyCellsAsTheHeader(String line) {
    TsvHeader header = TsvHeader.of("gene\tstart\tend");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> header.row(line))
        .withMessage(
            "has " + line.split("\t", -1).length + " columns; expected 3, as the header has");
  }

  @Test
  void cellsAtTheEndMayBeLeftOutUpToOneThatIsNeeded() {
    TsvHeader header = TsvHeader.of("sample\tgene\tdepth");

    assertThat(header.rowUpTo("gene", "S1\tABL1").text("depth")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> header.rowUpTo("gene", "S1"))
        .withMessage("has 1 tab-separated columns; expected 3, as the header has");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> header.rowUpTo("gene", "S1\tABL1\t5\t"))
        .withMessage("has 4 tab-separated columns; expected 3, as the header has");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> header.looseRow("S1").cell("gene"))
        .withMessage("has 1 columns; the column gene is missing");
  }

  @Test
  void quotesAreLettersUnlessTheTableIsRs() {
    assertThat(TsvHeader.of("\"gene\"").has("gene")).isFalse();
    TsvHeader header = TsvHeader.ofQuoted("\"gene\"\t\"vaf\"");
    assertThat(header.row("\" A\"B \"\t\"").cell("gene")).isEqualTo(" A\"B ");
    assertThat(header.row("\"\"\t\"").cell("gene")).isEmpty();
    assertThat(header.row("\"\"\t\"").cell("vaf")).isEqualTo("\"");
  }

  @ParameterizedTest
  @CsvSource({"-0.5,-0.5", "1e3,1000", "7,7"})
  void aNumberIsFinite(String cell, double value) {
    assertThat(TsvHeader.of("log2").row(cell).number("log2")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "Infinity", "1e999", "0,5", "1 2", "x\u001b"})
  void whatIsNoNumberIsToldByColumnAndCell(String cell) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TsvHeader.of("log2").row(cell).number("log2"))
        .withMessage("has log2 \"" + cell.replace('\u001b', '?') + "\"; expected a finite number");
  }

  @Test
  void aPositionMustBeThereAndACountNeedNot() {
    TsvHeader header = TsvHeader.of("start\tdepth").withMissing(MISSING);

    assertThat(header.row("0\t12.0").position("start", "a position, 0-based")).isZero();
    assertThat(header.row("0\t12.0").count("depth", "a number of reads"))
        .isEqualTo(OptionalInt.of(12));
    assertThat(header.row("0\tNA").count("depth", "a number of reads")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> header.row("NA\t1").position("start", "a position, 0-based"))
        .withMessage("has start \"NA\"; expected a position, 0-based");
    for (String bad : List.of("1234567890", "-1", "1.5", "1,000", "1.0.0")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> header.row("0\t" + bad).count("depth", "a number of reads"))
          .withMessage("has depth \"" + bad + "\"; expected a number of reads");
    }
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    int pieces = random.nextInt(14);
    for (int i = 0; i < pieces; i++) {
      line.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return line.toString();
  }

  private static List<String> naiveCells(String line, boolean quoted) {
    List<String> cells = new ArrayList<>();
    for (String cell : Arrays.asList(line.split("\t", -1))) {
      String text = cell.strip();
      cells.add(quoted ? text.replaceFirst("^\"(.*)\"$", "$1") : text);
    }
    return cells;
  }

  private static int naivePlace(List<String> names, String column) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(column)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNaivelyMissing(String cell) {
    return cell.isEmpty() || MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }
}
