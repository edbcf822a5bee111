package dev.coffey.kernel;

import dev.coffey.kernel.RunningPlatform.Held;
import dev.coffey.kernel.felix.FelixRuntime;
import dev.coffey.kernel.watch.Changes;
import dev.coffey.kernel.watch.DropFolder;
import dev.coffey.kernel.watch.FolderWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes plugins in and out as their jars come and go, and tells other processes what there is. */
final class PluginWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PluginWatch.class);

  private final FelixRuntime runtime;
  private final Supplier<List<BundleReport>> plugins;
  private final Consumer<String> news;
  private final Path running;
  private final Path allowList;
  private final FolderWatch folder;
  private Optional<FileTime> listed;
  private Optional<RunningPlatform> told = Optional.empty();

  /**
   * Starts.
   *
   * @param plugins gives what there is of the drop folder now
   * @param news is told what people may want to know, on the watching thread
   */
  PluginWatch(
      PlatformLayout layout,
      DropFolder folder,
      Duration poll,
      FelixRuntime runtime,
      Supplier<List<BundleReport>> plugins,
      Consumer<String> news) {
    this.runtime = runtime;
    this.plugins = plugins;
    this.news = news;
    this.running = layout.running();
    this.allowList = layout.allowList();
    this.listed = allowListTime();
    tell();
    this.folder = FolderWatch.start(layout.plugins(), folder, poll, this::follow);
  }

  private void follow(Changes changes) {
    each(changes.arrived(), runtime::arrived);
    each(changes.removed(), runtime::removed);
    followAllowList();
    tell();
    changes.arrived().forEach(this::warn);
  }

  /** What goes wrong with one jar leaves the others alone: no change is told twice. */
  private static void each(List<Path> jars, Consumer<Path> action) {
    for (Path jar : jars) {
      try {
        action.accept(jar);
      } catch (RuntimeException | LinkageError failure) {
        LOG.error("{} was not followed", jar, failure);
      }
    }
  }

  /** What was not allowed may be now. What runs already goes on. */
  private void followAllowList() {
    Optional<FileTime> now = allowListTime();
    if (!now.equals(listed)) {
      listed = now;
      List<Path> refused =
          plugins.get().stream()
              .filter(plugin -> plugin.status() == BundleReport.Status.REFUSED)
              .map(BundleReport::path)
              .toList();
      each(refused, runtime::arrived);
    }
  }

  private Optional<FileTime> allowListTime() {
    try {
      return Optional.of(Files.getLastModifiedTime(allowList));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private void warn(Path jar) {
    plugins.get().stream()
        .filter(plugin -> plugin.path().equals(jar))
        .flatMap(plugin -> plugin.warnings().stream())
        .forEach(warning -> news.accept("warning: %s %s".formatted(jar, warning)));
  }

  private synchronized void tell() {
    var now = RunningPlatform.here(plugins.get());
    if (told.filter(now::equals).isPresent()) {
      return;
    }
    List<Held> before = told.map(RunningPlatform::plugins).orElseGet(() -> unremarkable(now));
    News.between(before, now.plugins()).forEach(news);
    try {
      now.write(running);
    } catch (IOException failure) { // the platform works without
      LOG.info("{} cannot be written", running, failure);
    }
    told = Optional.of(now);
  }

  /** What goes without saying at the start. */
  private static List<Held> unremarkable(RunningPlatform now) {
    return now.plugins().stream().filter(held -> held.remark().isEmpty()).toList();
  }

  @Override
  public void close() {
    folder.close();
    try {
      if (told.isPresent()) {
        Files.deleteIfExists(told.get().fileIn(running));
      }
    } catch (IOException failure) {
      LOG.debug("{} was not cleared", running, failure);
    }
  }
}
