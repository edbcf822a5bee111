package dev.coffey.lab.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps two experiments of one lab from making the same artefact at once. */
public final class ArtefactLocks {
  private final Map<Path, Object> locks = new ConcurrentHashMap<>();

  /** The lock of the artefact in {@code folder}. */
  Object of(Path folder) {
    return locks.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new Object());
  }
}
