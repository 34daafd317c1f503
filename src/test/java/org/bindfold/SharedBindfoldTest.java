package org.bindfold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bindfold.io.WorkerPool;
import org.bindfold.report.JsonReportWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One front door serves many samples and threads, and gives what one of its own would give. */
class SharedBindfoldTest {
  private static final int THREADS = 8;

  private static final List<AnalysisRequest> REQUESTS =
      List.of(
          AnalysisRequest.of("mutations/cml-relapse.vcf")
              .withCopyNumbers("mutations/cml-relapse.cns"),
          AnalysisRequest.of("mutations/cml-relapse.vcf").withDrugs("imatinib"),
          AnalysisRequest.of("mutations/all-methotrexate.tsv")
              .withCopyNumbers("mutations/all-methotrexate.cns"));

  /** All threads start at once on a door that has opened nothing yet. */
  @Test
  @Timeout(300)
  void manyThreadsAtOnceGetTheReportsOfADoorOfTheirOwn() throws Exception {
    List<String> expected = REQUESTS.stream().map(r -> json(new Bindfold(), r)).toList();
    Bindfold shared = new Bindfold();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<String>> reports = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        AnalysisRequest request = REQUESTS.get(i % REQUESTS.size());
        reports.add(
            threads.submit(
                () -> {
                  start.await();
                  return json(shared, request);
                }));
      }
      for (int i = 0; i < THREADS; i++) {
        assertThat(reports.get(i).get()).isEqualTo(expected.get(i % REQUESTS.size()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    for (AnalysisRequest request : REQUESTS) {
      assertThat(json(new Bindfold(), request, 1)).isEqualTo(json(new Bindfold(), request, 3));
    }
  }

  private static String json(Bindfold bindfold, AnalysisRequest request) {
    return json(bindfold, request, 2);
  }

  private static String json(Bindfold bindfold, AnalysisRequest request, int threads) {
    return new String(
        new JsonReportWriter()
            .render(Bindfold.report(bindfold.analysis(request, WorkerPool.of(threads)))),
        StandardCharsets.UTF_8);
  }
}
