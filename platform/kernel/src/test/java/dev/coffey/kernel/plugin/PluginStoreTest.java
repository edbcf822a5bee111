package dev.coffey.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.kernel.config.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginStoreTest {
  @TempDir Path folder;

  @Test
  void aJarIsKeptUnderItsDigestAndNothingElseIsLeft() throws Exception {
    StoredJar stored = store().put(jar("content"), copy -> {});

    assertThat(stored.path()).hasFileName(Sha256.of("content") + ".jar").hasContent("content");
    assertThat(stored.digest()).isEqualTo(Sha256.of("content"));
    try (var files = Files.list(folder.resolve("store"))) {
      assertThat(files).containsExactly(stored.path());
    }
  }

  @Test
  void aTornCopyIsReplaced() throws Exception {
    StoredJar stored = store().put(jar("content"), copy -> {});
    Files.writeString(stored.path(), "con");

    store().put(jar("content"), copy -> {});

    assertThat(stored.path()).hasContent("content");
    assertThatCode(stored::verify).doesNotThrowAnyException();
  }

  @Test
  void aDamagedCopyOfTheRightLengthIsNoticedWhenVerified() throws Exception {
    StoredJar stored = store().put(jar("content"), copy -> {});
    Files.writeString(stored.path(), "CONTENT");

    assertThatThrownBy(stored::verify)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(stored.path() + " is damaged: its SHA-256 is " + Sha256.of("CONTENT"))
        .hasMessageContaining("delete it and start again");
  }

  @Test
  void aFileInTheStoresPlaceIsSaidSo() throws IOException {
    Path file = Files.createFile(folder.resolve("store"));

    assertThatThrownBy(() -> new PluginStore(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("the folder " + file + " cannot be made");
  }

  private PluginStore store() {
    return new PluginStore(folder.resolve("store"));
  }

  private Path jar(String content) throws IOException {
    return Files.writeString(folder.resolve("some.jar"), content);
  }
}
