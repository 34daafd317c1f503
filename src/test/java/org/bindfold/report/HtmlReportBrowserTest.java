package org.bindfold.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page in a real browser, offline. */
@Tag("browser")
final class HtmlReportBrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** WCAG 2.1, level AA, for text of normal size. */
  private static final double LEAST_CONTRAST = 4.5;

  /** The lowest contrast of any visible text with the nearest opaque background behind it. */
  private static final String LOWEST_CONTRAST =
      """
      () => {
        const rgba = text => text.match(/[\\d.]+/g).map(Number);
        const luminance = ([r, g, b]) => [r, g, b]
          .map(v => v / 255)
          .map(v => v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4))
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        let lowest = 21;
        for (const element of document.querySelectorAll('main *')) {
          const own = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
          if (!own || !element.getClientRects().length) continue;
          let behind = element;
          let back = [0, 0, 0, 0];
          while (behind && (back.length > 3 && back[3] === 0)) {
            back = rgba(getComputedStyle(behind).backgroundColor);
            behind = behind.parentElement;
          }
          const style = getComputedStyle(element);
          const front = rgba(element instanceof SVGElement ? style.fill : style.color);
          const [a, b] = [luminance(front), luminance(back)].sort((x, y) => y - x);
          lowest = Math.min(lowest, (a + 0.05) / (b + 0.05));
        }
        return lowest;
      }
      """;

  private static Playwright playwright;
  private static Browser browser;

  @TempDir private Path directory;

  static Stream<ResistanceReport> reports() {
    return ReportFixture.all();
  }

  @BeforeAll
  static void startBrowser() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "skipped: no browser at " + CHROMIUM + "; install Debian's chromium to run it");
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void stopBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void opensOfflineWithoutComplaintOrRequest(ResistanceReport report) {
    List<String> complaints = new ArrayList<>();
    List<String> requests = new ArrayList<>();
    try (BrowserContext context = offline(1200, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.onDialog(dialog -> complaints.add(dialog.message()));
      page.onRequest(request -> requests.add(request.url()));
      open(page, report);
      assertThat(page.locator("h1").innerText()).isEqualTo(report.label());
      long withoutDrug =
          report.variants().stream()
              .filter(v -> report.results().stream().noneMatch(r -> r.variant().equals(v.id())))
              .count();
      assertThat(page.locator("#variant-table tbody tr").count())
          .isEqualTo((int) (report.results().size() + withoutDrug));
      assertThat(page.locator(".card").count()).isEqualTo(report.samples().size());
      assertThat(page.locator("details:not(#drug-values)").count())
          .isEqualTo(report.results().size());
    }
    assertThat(complaints).isEmpty();
    assertThat(requests).allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
    assertThat(requests.stream().filter(url -> url.startsWith("file:"))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void fitsANarrowScreen(ResistanceReport report) {
    try (BrowserContext context = offline(360, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      open(page, report);
      page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void textStandsOutInLightAndDark(ResistanceReport report) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext context = offline(1200, scheme)) {
        Page page = context.newPage();
        open(page, report);
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        Number lowest = (Number) page.evaluate(LOWEST_CONTRAST);
        assertThat(lowest.doubleValue()).as(scheme.name()).isGreaterThan(LEAST_CONTRAST);
      }
    }
  }

  @Test
  void barsOfTheMechanismsAddUpToTheWhole() {
    try (BrowserContext context = offline(1200, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      open(page, ReportFixture.typical());
      double bars =
          page.locator(".split rect.altered, .split rect.amplified").all().stream()
              .mapToDouble(bar -> Double.parseDouble(bar.getAttribute("width").replace("%", "")))
              .sum();
      String whole = page.locator(".split .point").getAttribute("cx").replace("%", "");
      // 25.60 x 1.84 on three decades.
      assertThat(bars).isCloseTo(100 * Math.log10(47.1) / 3, within(0.05));
      assertThat(bars).isCloseTo(Double.parseDouble(whole), within(0.05));
    }
  }

  @Test
  void linksLeadToTheDetails() {
    try (BrowserContext context = offline(1200, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      open(page, ReportFixture.typical());
      page.locator("#variant-table a").nth(2).click();
      assertThat(page.url()).endsWith("#r3");
      assertThat(page.locator("details:target").innerText()).contains("F359V");
    }
  }

  @Test
  void thePageOfADifferenceIsAsSafeAndReadable() throws Exception {
    ReportDifference difference =
        ReportDifference.between(
            "old.json", ReportFixture.full(), "new.json", ReportFixture.typical());
    Path file =
        Files.writeString(
            directory.resolve("difference.html"), DifferenceFormat.HTML.render(difference));
    List<String> complaints = new ArrayList<>();
    List<String> requests = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext context = offline(360, scheme)) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onDialog(dialog -> complaints.add(dialog.message()));
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(file.toUri().toString());
        assertThat(page.locator("tbody tr").count()).isEqualTo(difference.changes().size());
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        Number lowest = (Number) page.evaluate(LOWEST_CONTRAST);
        assertThat(lowest.doubleValue()).as(scheme.name()).isGreaterThan(LEAST_CONTRAST);
      }
    }
    assertThat(complaints).isEmpty();
    assertThat(requests.stream().filter(url -> !url.startsWith("data:"))).hasSize(2);
  }

  private static BrowserContext offline(int width, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    context.setOffline(true);
    return context;
  }

  private void open(Page page, ResistanceReport report) {
    Path file = ReportFiles.write(report, directory, Set.of(ReportFormat.HTML)).get(0);
    page.navigate(file.toUri().toString());
  }
}
