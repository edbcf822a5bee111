package dev.coffey.benchmarks.table;

import dev.coffey.benchmarks.measure.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Resident memory of a process that does nothing but train. The first tenth of its steps fills
 * caches and pools; from then on it should need no more.
 */
record Memory(String what, String wanted) implements Measurement {
  @Override
  public Row take(Parameters parameters) throws IOException, InterruptedException {
    List<Double> megabytes = looks(parameters);
    List<Double> later = megabytes.subList(megabytes.size() / 10, megabytes.size());
    double first = later.get(0);
    double most = new Sample(later).quantile(1);
    return new Row(
        what + ", %d steps".formatted(parameters.memorySteps()),
        Row.text("most %.0f MB", most),
        Row.text("after a tenth %.0f MB", first),
        Row.text("%.3f", most / first),
        wanted);
  }

  private static List<Double> looks(Parameters parameters)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                SameJvm.command(
                    Trainee.class, parameters.engine(), Integer.toString(parameters.memorySteps())))
            .redirectError(Redirect.INHERIT)
            .start();
    var looks = new ArrayList<Double>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(line -> looks.add(Double.parseDouble(line)));
    }
    if (process.waitFor() != 0) {
      throw new IOException("the process that trains ended with " + process.exitValue());
    }
    return looks;
  }
}
