package dev.coffey.kernel.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a drop folder on a thread of its own: at once when the file system tells of an event,
 * and now and then in any case, since network file systems tell of nothing.
 */
public final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final Duration UNSETTLED = Duration.ofMillis(20);
  private static final long BREATH_MILLIS = 5;

  private final Path path;
  private final DropFolder folder;
  private final Duration poll;
  private final Consumer<Changes> listener;
  private final Optional<WatchService> events;
  private final Thread thread = new Thread(this::run, "coffey-plugins-watch");
  private Optional<WatchKey> key = Optional.empty();
  private volatile boolean closed;

  private FolderWatch(
      Path path,
      DropFolder folder,
      Duration poll,
      Consumer<Changes> listener,
      Optional<WatchService> events) {
    this.path = path;
    this.folder = folder;
    this.poll = poll;
    this.listener = listener;
    this.events = events;
  }

  /**
   * Starts watching.
   *
   * @param folder started before
   * @param poll from one look to the next at most
   * @param listener told after every look, on the watching thread, changes or not
   */
  public static FolderWatch start(
      Path path, DropFolder folder, Duration poll, Consumer<Changes> listener) {
    var watch = new FolderWatch(path, folder, poll, listener, eventsOf(path));
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  private static Optional<WatchService> eventsOf(Path path) {
    try {
      return Optional.of(path.getFileSystem().newWatchService());
    } catch (IOException | UnsupportedOperationException none) {
      LOG.info("{} is looked at now and then: there are no events here", path, none);
      return Optional.empty();
    }
  }

  private void run() {
    boolean unsettled = false;
    while (!closed) {
      try {
        await(unsettled ? UNSETTLED : poll);
        Changes changes = folder.look();
        listener.accept(changes);
        unsettled = changes.unsettled();
      } catch (InterruptedException | ClosedWatchServiceException stopping) {
        return;
      } catch (RuntimeException | Error failure) { // the next look may do better
        LOG.error("{} cannot be looked at", path, failure);
        unsettled = false;
      }
    }
  }

  private void await(Duration most) throws InterruptedException {
    register();
    if (key.isEmpty()) {
      Thread.sleep(most.toMillis());
      return;
    }
    WatchKey signalled = events.orElseThrow().poll(most.toMillis(), TimeUnit.MILLISECONDS);
    if (signalled != null) {
      Thread.sleep(BREATH_MILLIS); // a copy tells of every block it writes
      signalled.pollEvents();
      if (!signalled.reset()) {
        key = Optional.empty();
      }
    }
  }

  /** The folder may be made, or made anew, at any time. */
  private void register() {
    if (key.isPresent() || events.isEmpty()) {
      return;
    }
    try {
      key =
          Optional.of(
              path.register(
                  events.get(),
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_MODIFY,
                  StandardWatchEventKinds.ENTRY_DELETE));
    } catch (IOException notThere) {
      LOG.debug("{} has no events for now", path, notThere);
    }
  }

  /** Stops watching; a look that is under way is finished. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
      if (events.isPresent()) {
        events.get().close();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      LOG.debug("The events of {} were not closed", path, failure);
    }
  }
}
