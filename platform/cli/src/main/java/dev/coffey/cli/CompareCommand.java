package dev.coffey.cli;

import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.Lab;
import dev.coffey.lab.report.PictureStrip;
import dev.coffey.lab.report.Report;
import dev.coffey.lab.report.ReportData;
import dev.coffey.lab.result.CsvTable;
import dev.coffey.lab.result.IncomparableResults;
import dev.coffey.lab.result.MergedResults;
import dev.coffey.lab.result.Results;
import dev.coffey.lab.result.ResultsFile;
import dev.coffey.lab.result.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffey compare DIR...}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Puts finished experiments into one table.")
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "folders of experiments, or their results.json")
  private List<Path> folders;

  @Option(
      names = "--allow-different",
      description = "allows different data and teachers, and marks the rows")
  private boolean allowDifferent;

  @Option(names = "--csv", description = "prints one line a run, comma-separated")
  private boolean csv;

  @Option(names = "--json", description = "prints a JSON document")
  private boolean json;

  @Option(names = "--report", paramLabel = "FILE", description = "writes an HTML report, too")
  private Optional<Path> report;

  @Override
  public Integer call() throws IOException {
    var parts = new ArrayList<MergedResults.Part>();
    var pictures = new ArrayList<PictureStrip>();
    for (Path folder : folders) {
      Results results = Lab.results(folder);
      parts.add(new MergedResults.Part(results.experiment(), results));
      if (report.isPresent()) {
        pictures.addAll(pictures(folder, results));
      }
    }
    Results merged = merged(parts);
    if (report.isPresent()) {
      Report.write(report.get(), new ReportData(merged, List.of(), Map.of(), pictures));
    }
    if (json) {
      System.out.print(ResultsFile.json(merged));
    } else if (csv) {
      System.out.print(CsvTable.of(merged));
    } else {
      System.out.println(TextTable.of(merged));
    }
    return 0;
  }

  private List<PictureStrip> pictures(Path folder, Results results) throws IOException {
    String where = folders.size() == 1 ? "" : results.experiment() + ": ";
    return Lab.pictures(folder, results).stream()
        .map(strip -> new PictureStrip(where + strip.title(), strip.pictures()))
        .toList();
  }

  private Results merged(List<MergedResults.Part> parts) {
    if (parts.size() == 1) {
      return parts.get(0).results();
    }
    try {
      return MergedResults.of(parts, allowDifferent);
    } catch (IncomparableResults e) {
      throw new InvalidInput(e.getMessage() + "; --allow-different compares them all the same");
    }
  }
}
