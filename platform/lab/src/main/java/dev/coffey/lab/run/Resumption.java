package dev.coffey.lab.run;

import dev.coffey.api.Event;
import dev.coffey.lab.run.Snapshot.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes checkpoints of one run, and goes on from the newest one that is there. A run that was
 * killed and goes on ends bit for bit like one that was not.
 */
final class Resumption implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

  private final CheckpointFolder folder;
  private final List<Part> parts;
  private final CheckpointWriter writer;
  private final long opened = System.nanoTime();
  private Snapshot from = new Snapshot(Position.start(), 0, List.of());
  private boolean off;

  /** {@code parts}: everything with state, of a run that has just been opened. */
  Resumption(CheckpointFolder folder, List<Part> parts) {
    this.folder = folder;
    this.parts = List.copyOf(parts);
    this.writer = new CheckpointWriter(folder);
  }

  /**
   * Brings everything to where the newest checkpoint was taken; the beginning if there is none.
   *
   * @throws IllegalStateException if it is whole but cannot be read
   */
  Position restore(Signal signal) throws IOException {
    Optional<byte[]> content = folder.newest();
    if (content.isPresent()) {
      Snapshot found = read(content.get());
      var resumed = new ArrayList<>(found.resumed());
      resumed.add(found.position().step());
      from = new Snapshot(found.position(), found.seconds(), resumed);
      signal.send(new Event.Resumed(signal.run(), from.position().epoch(), from.position().step()));
      LOG.info("{} goes on after {} steps", signal.run(), from.position().step());
    }
    return from.position();
  }

  private Snapshot read(byte[] content) {
    try {
      return Snapshot.read(content, parts);
    } catch (IOException | RuntimeException unreadable) {
      throw new IllegalStateException(
          "the checkpoint in %s cannot be read (%s); delete that folder to begin anew"
              .formatted(folder.path(), unreadable.getMessage()),
          unreadable);
    }
  }

  /** Takes a checkpoint; training goes on while it is written. */
  void take(Position next) {
    if (off) {
      return;
    }
    try {
      var now = new Snapshot(next, seconds(), from.resumed());
      writer.offer(next.step(), now.write(parts));
    } catch (IOException failure) {
      throw new UncheckedIOException("a checkpoint cannot be made", failure);
    }
  }

  /** From now on the run cannot be resumed: it took versions that may be gone by then. */
  void giveUp() {
    off = true;
    writer.close();
    clear();
  }

  /** Seconds of all attempts together, what was done twice not counted. */
  double seconds() {
    return from.seconds() + (System.nanoTime() - opened) / 1e9;
  }

  /** Steps at which it was resumed. */
  List<Long> resumed() {
    return from.resumed();
  }

  /** The run is done and needs no checkpoints any more. */
  void finish() {
    writer.close();
    writer.throwFailure();
    clear();
  }

  private void clear() {
    try {
      folder.clear();
    } catch (IOException left) {
      LOG.warn("{} was not removed", folder.path(), left);
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
