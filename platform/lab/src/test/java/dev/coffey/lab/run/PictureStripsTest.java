package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.coffey.api.Event;
import dev.coffey.lab.report.Picture;
import dev.coffey.lab.report.PictureStrip;
import dev.coffey.lab.result.Comparison;
import dev.coffey.lab.result.DataFacts;
import dev.coffey.lab.result.NetworkCost;
import dev.coffey.lab.result.Results;
import dev.coffey.lab.result.RunOutcome;
import dev.coffey.lab.result.StageFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureStripsTest {
  private @TempDir Path folder;

  @Test
  void aMethodIsShownByTheFirstOfItsRunsThatHasPictures() throws IOException {
    List<EndedRun> runs =
        List.of(
            ended("kd", 1, 0.5),
            ended("kd", 2, 0.5, started(), shown("made", 1), shown("average", 1)),
            ended("kd", 3, 0.5, started(), shown("made", 1)),
            ended("other", 1, 0.5, started()));

    assertThat(PictureStrips.ofRuns(runs))
        .extracting(PictureStrip::title)
        .containsExactly("kd/seed-2, made", "kd/seed-2, average");
  }

  @Test
  void noMoreThanEightEpochsAreShownAmongThemFirstAndLast() throws IOException {
    Event[] events =
        Stream.concat(
                Stream.of(started()),
                IntStream.rangeClosed(1, 30).mapToObj(epoch -> shown("made", epoch)))
            .toArray(Event[]::new);

    assertThat(titles(ended("kd", 1, 0.5, events)))
        .containsExactly(
            "epoch 1",
            "epoch 5",
            "epoch 9",
            "epoch 13",
            "epoch 18",
            "epoch 22",
            "epoch 26",
            "epoch 30");
  }

  @Test
  void whatAnEarlierAttemptShowedIsVoid() throws IOException {
    assertThat(
            titles(
                ended(
                    "kd",
                    1,
                    0.5,
                    started(),
                    shown("made", 7),
                    started(),
                    shown("made", 1),
                    shown("made", 2),
                    shown("made", 3),
                    new Event.Resumed("kd/seed-2", 3, 20),
                    started(),
                    new Event.StageStarted("kd/seed-2", "evaluate", 1))))
        .containsExactly("epoch 1", "epoch 2");
  }

  @Test
  void stagesAreShownToo() throws IOException {
    fill(folder.resolve("abc"), started(), shown("made", 1));
    var facts =
        new StageFacts(
            "maker", "g", "abc", new NetworkCost(1, 1, 1), NetworkCost.nothing(), 1, Map.of());
    var without =
        new StageFacts(
            "pool",
            "7 samples",
            "def",
            new NetworkCost(1, 1, 1),
            NetworkCost.nothing(),
            1,
            Map.of());

    assertThat(PictureStrips.ofStages(folder, List.of(facts, without)))
        .singleElement()
        .satisfies(strip -> assertThat(strip.pictures()).hasSize(1));
  }

  @Test
  void samplesOfAStageBelongToNoEpoch() throws IOException {
    fill(folder.resolve("abc"), started(), shown("samples", 0));
    var facts =
        new StageFacts(
            "pool", "7 samples", "abc", NetworkCost.nothing(), NetworkCost.nothing(), 1, Map.of());

    assertThat(PictureStrips.ofStages(folder, List.of(facts)).get(0).pictures())
        .extracting(Picture::title)
        .containsExactly("the first");
  }

  @Test
  void runsOfAnotherConfigurationAreToldByTheirFigures() throws IOException {
    ended("kd", 1, 0.25);
    EndedRun wanted = ended("kd", 1, 0.5);

    assertThat(RecordedRuns.of(folder, results(0.5)))
        .extracting(EndedRun::folder)
        .containsExactly(wanted.folder());
    assertThat(RecordedRuns.of(folder, results(0.75))).isEmpty();
    assertThat(RecordedRuns.of(folder.resolve("gone"), results(0.5))).isEmpty();
  }

  private static Results results(double accuracy) {
    var comparison =
        new Comparison(
            "e",
            "mxnet",
            List.of(1L),
            new DataFacts("d", "0"),
            Optional.empty(),
            List.of("kd"),
            List.of("accuracy"));
    var figures = Map.of("accuracy", accuracy);
    return comparison.of(
        List.of(new RunOutcome("kd", 1, figures, Map.of(), 1, 1, 1, 1, 1, 1, Optional.empty())));
  }

  private static List<String> titles(EndedRun run) throws IOException {
    return PictureStrips.ofRuns(List.of(run)).get(0).pictures().stream()
        .map(Picture::title)
        .toList();
  }

  private static Event started() {
    return new Event.StageStarted("kd/seed-2", "distil", 100);
  }

  /** Ten steps an epoch. */
  private static Event shown(String series, int epoch) {
    return new Event.Pictured("kd/seed-2", series, epoch, 10L * epoch, series + epoch + ".png");
  }

  private EndedRun ended(String method, long seed, double accuracy, Event... events)
      throws IOException {
    var run = RunFolder.of(folder, method, seed, (accuracy + "0".repeat(12)).substring(0, 12));
    fill(run.path(), events);
    var nothing = JsonNodeFactory.instance.objectNode();
    var record =
        new RunRecord(
            "0.1.0",
            "e",
            method,
            seed,
            "d",
            "finished",
            "",
            nothing,
            nothing,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            RunRecord.TeacherUse.none(),
            "mxnet",
            new Machine("Linux", "amd64", "cpu", 2, "17", Map.of()),
            "now",
            Map.of("accuracy", accuracy),
            Map.of(),
            1,
            "s",
            RunRecord.Cost.nothing());
    run.write(record);
    return new EndedRun(run, record, false);
  }

  private static void fill(Path run, Event... events) throws IOException {
    Files.createDirectories(run);
    try (var log = new EventLog(run.resolve("events.jsonl"), Clock.systemUTC())) {
      for (Event event : events) {
        log.accept(event);
        if (event instanceof Event.Pictured picture) {
          Files.write(run.resolve(picture.file()), new byte[] {1});
        }
      }
    }
  }
}
