package dev.coffey.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowListTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String DIGEST = "ab".repeat(32);

  private @TempDir Path folder;
  private Path file;
  private StoredJar jar;
  private final Deque<String> writes = new ArrayDeque<>();

  @BeforeEach
  void start() {
    file = folder.resolve("plugins.allow");
    jar = new StoredJar(DIGEST, folder.resolve("plugin.jar"));
  }

  /** At each pause the next of {@link #writes} gets into the file. */
  private AllowList list() {
    return new AllowList(
        file,
        InstantSource.fixed(NOW),
        () -> {
          if (!writes.isEmpty()) {
            write(writes.remove(), Duration.ZERO);
          }
        });
  }

  private void write(String text, Duration age) {
    try {
      Files.writeString(file, text);
      Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void aListThatIsBeingWrittenIsReadWhenItIsComplete() {
    write("", Duration.ZERO);
    writes.addAll(List.of("# people", "# people\nenforce\n"));

    assertThatThrownBy(() -> list().check(jar))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("neither its SHA-256 " + DIGEST);
    assertThat(writes).isEmpty();
  }

  @Test
  void aListThatStaysIsReadOnce() {
    write("enforce\n" + DIGEST + "  plugin.jar", Duration.ofMinutes(1));
    writes.add("enforce");

    assertThatCode(() -> list().check(jar)).doesNotThrowAnyException();
    assertThat(writes).hasSize(1);
  }

  @Test
  void withoutAListAllAreAllowed() {
    assertThatCode(() -> list().check(jar)).doesNotThrowAnyException();
  }

  @Test
  void aListThatSaysSomethingElseAllowsNobody() {
    write("enforced\n", Duration.ofMinutes(1));

    assertThatThrownBy(() -> list().check(jar)).hasMessageContaining("line 1 of " + file);
  }
}
