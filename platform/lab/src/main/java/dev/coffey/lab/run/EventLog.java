package dev.coffey.lab.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** {@code events.jsonl}: one event a line, only ever appended to. Single steps are left out. */
public final class EventLog implements Consumer<Event>, AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Writer writer;
  private final Clock clock;

  EventLog(Path file, Clock clock) throws IOException {
    cutTornLine(file);
    this.writer =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    this.clock = clock;
  }

  @Override
  public void accept(Event event) {
    if (event instanceof Event.StepDone) {
      return;
    }
    ObjectNode line = MAPPER.createObjectNode();
    line.put("time", clock.instant().toString());
    line.put("event", name(event));
    line.setAll(MAPPER.<ObjectNode>valueToTree(event));
    try {
      writer.write(line + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the run's events: " + e.getMessage(), e);
    }
  }

  /** Of a process that was killed while it wrote; the next line must not be added to it. */
  private static void cutTornLine(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      var last = ByteBuffer.allocate(1);
      while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
        end--;
      }
      channel.truncate(end);
    }
  }

  private static String name(Event event) {
    return event
        .getClass()
        .getSimpleName()
        .replaceAll("([a-z])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** The lines of a log, oldest first; a torn last line is ignored. */
  public static List<JsonNode> read(Path file) throws IOException {
    var events = new ArrayList<JsonNode>();
    if (!Files.exists(file)) {
      return events;
    }
    for (String line : Files.readAllLines(file)) {
      try {
        events.add(MAPPER.readTree(line));
      } catch (JsonProcessingException e) {
        break;
      }
    }
    return events;
  }
}
