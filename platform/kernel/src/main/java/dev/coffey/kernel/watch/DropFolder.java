package dev.coffey.kernel.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the jars of a folder with those of the look before. A change is told once it has held
 * still for a while: somebody may be copying. That goes for a file that disappears as well, since
 * some programs replace a file by deleting it first. Not thread-safe.
 */
public final class DropFolder {
  private final Path folder;
  private final Duration stable;
  private final Clock clock;
  private final Map<Path, Stamp> known = new TreeMap<>();
  private final Map<Path, Pending> pending = new TreeMap<>();

  /** What tells a file from its earlier self; {@code identity}: of the file behind the name. */
  private record Stamp(long size, FileTime modified, Optional<Object> identity) {}

  private record Pending(Optional<Stamp> stamp, Instant since) {}

  /** {@code stable}: how long a change must hold still. The folder may be missing. */
  public DropFolder(Path folder, Duration stable, Clock clock) {
    this.folder = folder;
    this.stable = stable;
    this.clock = clock;
  }

  /** The jars that are there now, sorted; from here on changes are told. */
  public List<Path> start() {
    known.clear();
    known.putAll(stamps());
    return List.copyOf(known.keySet());
  }

  /** Looks at the folder. */
  public Changes look() {
    Instant now = clock.instant();
    Map<Path, Stamp> present = stamps();
    var arrived = new ArrayList<Path>();
    var removed = new ArrayList<Path>();
    var names = new TreeSet<>(known.keySet());
    names.addAll(present.keySet());
    pending.keySet().retainAll(names);
    for (Path jar : names) {
      Optional<Stamp> stamp = Optional.ofNullable(present.get(jar));
      if (stamp.equals(Optional.ofNullable(known.get(jar)))) {
        pending.remove(jar);
      } else if (holdsStill(jar, stamp, now)) {
        pending.remove(jar);
        stamp.ifPresentOrElse(
            found -> {
              known.put(jar, found);
              arrived.add(jar);
            },
            () -> {
              known.remove(jar);
              removed.add(jar);
            });
      }
    }
    return new Changes(arrived, removed, !pending.isEmpty());
  }

  private boolean holdsStill(Path jar, Optional<Stamp> stamp, Instant now) {
    Pending before = pending.get(jar);
    boolean clockWentBack = before != null && now.isBefore(before.since());
    if (before == null || clockWentBack || !before.stamp().equals(stamp)) {
      before = new Pending(stamp, now);
      pending.put(jar, before);
    }
    // a file that was moved here was written before
    Instant since =
        stamp
            .map(found -> found.modified().toInstant())
            .filter(before.since()::isAfter)
            .orElse(before.since());
    return !now.isBefore(since.plus(stable));
  }

  private Map<Path, Stamp> stamps() {
    Map<Path, Stamp> stamps = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return stamps;
    }
    try (var files = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path file : files) {
        if (!file.getFileName().toString().startsWith(".")) {
          stampOf(file).ifPresent(stamp -> stamps.put(file, stamp));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(folder + " cannot be read", unreadable);
    }
    return stamps;
  }

  private static Optional<Stamp> stampOf(Path file) throws IOException {
    try {
      var facts = Files.readAttributes(file, BasicFileAttributes.class);
      return facts.isRegularFile()
          ? Optional.of(
              new Stamp(
                  facts.size(), facts.lastModifiedTime(), Optional.ofNullable(facts.fileKey())))
          : Optional.empty();
    } catch (NoSuchFileException goneMeanwhile) {
      return Optional.empty();
    }
  }
}
