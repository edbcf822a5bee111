package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.lab.report.Picture;
import dev.coffey.lab.report.PictureStrip;
import dev.coffey.lab.result.StageFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Collects the pictures that runs and stages kept, a strip a series, for a report. */
public final class PictureStrips {
  private static final int MOST = 8;

  private PictureStrips() {}

  /** For each method those of the first of its {@code runs} that has any. */
  public static List<PictureStrip> ofRuns(List<EndedRun> runs) throws IOException {
    Map<String, List<PictureStrip>> strips = new LinkedHashMap<>();
    for (EndedRun run : runs) {
      String method = run.record().method();
      if (strips.getOrDefault(method, List.of()).isEmpty()) {
        strips.put(method, in(run.folder().path()));
      }
    }
    return strips.values().stream().flatMap(List::stream).toList();
  }

  /** Those of stages, whose folders in {@code artefacts} are named by their digests. */
  public static List<PictureStrip> ofStages(Path artefacts, List<StageFacts> stages)
      throws IOException {
    List<PictureStrip> strips = new ArrayList<>();
    for (StageFacts stage : stages) {
      strips.addAll(in(artefacts.resolve(stage.digest())));
    }
    return strips;
  }

  private static List<PictureStrip> in(Path folder) throws IOException {
    Map<String, SortedMap<Integer, Path>> series = new LinkedHashMap<>();
    for (JsonNode event : LastAttempt.of(folder.resolve("events.jsonl"))) {
      Path file = folder.resolve(event.path("file").asText());
      if (event.path("event").asText().equals("pictured") && Files.exists(file)) {
        String title = event.path("run").asText() + ", " + event.path("series").asText();
        series
            .computeIfAbsent(title, name -> new TreeMap<>())
            .put(event.path("epoch").asInt(), file);
      }
    }
    List<PictureStrip> strips = new ArrayList<>();
    for (var entry : series.entrySet()) {
      strips.add(new PictureStrip(entry.getKey(), pictures(entry.getValue())));
    }
    return strips;
  }

  private static List<Picture> pictures(SortedMap<Integer, Path> files) throws IOException {
    List<Integer> epochs = List.copyOf(files.keySet());
    List<Picture> pictures = new ArrayList<>();
    for (int place : places(epochs.size())) {
      int epoch = epochs.get(place);
      pictures.add(new Picture(caption(epoch), Files.readAllBytes(files.get(epoch))));
    }
    return pictures;
  }

  /** A stage that makes samples has no epochs. */
  private static String caption(int epoch) {
    return epoch == 0 ? "the first" : "epoch " + epoch;
  }

  /** At most eight places of {@code count}, evenly spread from the first to the last. */
  static int[] places(int count) {
    return count <= MOST
        ? IntStream.range(0, count).toArray()
        : IntStream.range(0, MOST)
            .map(place -> (int) Math.round(place * (count - 1.0) / (MOST - 1)))
            .toArray();
  }
}
