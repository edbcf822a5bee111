package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private @TempDir Path folder;

  @Test
  void everyEventIsALineWithTimeAndName() throws IOException {
    Path file = folder.resolve("events.jsonl");
    try (var log = new EventLog(file, NOON)) {
      log.accept(new Event.Evaluated("kd/seed-1", "test", Map.of("accuracy", 0.5)));
    }
    assertThat(file)
        .content()
        .isEqualTo(
            "{\"time\":\"2026-11-22T12:00:00Z\",\"event\":\"evaluated\",\"run\":\"kd/seed-1\","
                + "\"split\":\"test\",\"metrics\":{\"accuracy\":0.5}}\n");
  }

  @Test
  void stepsAreLeftOutAndAppendingKeepsWhatIsThere() throws IOException {
    Path file = folder.resolve("events.jsonl");
    for (int attempt = 0; attempt < 2; attempt++) {
      try (var log = new EventLog(file, NOON)) {
        log.accept(new Event.StageStarted("r", "distil", 10));
        log.accept(new Event.StepDone("r", 1, 1));
      }
    }
    assertThat(EventLog.read(file)).hasSize(2);
  }

  @Test
  void aTornLastLineIsIgnored() throws IOException {
    Path file = folder.resolve("events.jsonl");
    try (var log = new EventLog(file, NOON)) {
      log.accept(new Event.Finished("r", 1));
    }
    Files.writeString(file, "{\"time\":\"2026-", StandardOpenOption.APPEND);
    assertThat(EventLog.read(file)).hasSize(1);
  }

  @Test
  void whatIsWrittenAfterATornLineIsALineOfItsOwn() throws IOException {
    Path file = folder.resolve("events.jsonl");
    Files.writeString(file, "{\"event\":\"finished\"}\n{\"time\":\"2026-");
    try (var log = new EventLog(file, NOON)) {
      log.accept(new Event.Finished("r", 1));
    }
    assertThat(EventLog.read(file)).hasSize(2);
  }

  @Test
  void aLogThatIsNotThereHasNoEvents() throws IOException {
    assertThat(EventLog.read(folder.resolve("none"))).isEmpty();
  }
}
