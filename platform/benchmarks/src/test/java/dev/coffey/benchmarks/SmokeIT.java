package dev.coffey.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Every benchmark runs once, all in one JVM; nothing is measured. */
class SmokeIT {
  private static final List<String> ONCE_WITHOUT_FORKS =
      List.of("-f", "0", "-wi", "0", "-i", "1", "-bm", "ss", "-foe", "true");
  private static final List<String> SMALL = List.of("-p", "network=lenet5", "-p", "batch=8");

  @Test
  @EnabledOnOs(OS.LINUX)
  void everyBenchmarkRunsOnce() throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("benchmarks.jar"),
                "jmh"));
    command.addAll(ONCE_WITHOUT_FORKS);
    command.addAll(SMALL);

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains(
            "CommandBenchmark.pluginsList",
            "DistillationBenchmark.step",
            "FeedBenchmark.batch",
            "StartBenchmark.platform",
            "StepBenchmark.step",
            "SwapBenchmark.swap");
  }
}
