package dev.coffey.kernel.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest {
  private static final Duration STABLE = Duration.ofMillis(100);

  private @TempDir Path path;
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private DropFolder folder;

  /** Shows {@link #now}. */
  private final class Hand extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void start() {
    folder = new DropFolder(path, STABLE, new Hand());
    folder.start();
  }

  private Path write(String name, String text) throws IOException {
    Path jar = Files.writeString(path.resolve(name), text);
    Files.setLastModifiedTime(jar, FileTime.from(now));
    return jar;
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void aJarArrivesWhenItHasHeldStill() throws IOException {
    Path jar = write("a.jar", "half");
    assertThat(folder.look()).isEqualTo(changes(true));
    pass(STABLE.dividedBy(2));
    write("a.jar", "the whole");
    assertThat(folder.look().arrived()).isEmpty();
    pass(STABLE.dividedBy(2));
    assertThat(folder.look().arrived()).isEmpty();
    pass(STABLE.dividedBy(2));

    assertThat(folder.look().arrived()).containsExactly(jar);
    assertThat(folder.look()).isEqualTo(changes(false));
  }

  private static Changes changes(boolean unsettled) {
    return new Changes(List.of(), List.of(), unsettled);
  }

  @Test
  void aJarIsGoneWhenItHasStayedAway() throws IOException {
    Path jar = write("a.jar", "");
    folder.start();
    Files.delete(jar);

    assertThat(folder.look().removed()).isEmpty();
    pass(STABLE);
    assertThat(folder.look().removed()).containsExactly(jar);
  }

  @Test
  void aClockThatIsSetBackDoesNotKeepAJarWaiting() throws IOException {
    Path jar = write("a.jar", "");
    folder.look();
    pass(Duration.ofHours(-1));
    assertThat(folder.look().arrived()).isEmpty();
    pass(STABLE);

    assertThat(folder.look().arrived()).containsExactly(jar);
  }
}
