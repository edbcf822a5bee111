package dev.coffey.lab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private @TempDir Path folder;

  @Test
  void replacesTheWholeContent() throws IOException {
    Path file = folder.resolve("deep/down/file");
    AtomicFile.write(file, new byte[] {1, 2, 3});
    AtomicFile.write(file, new byte[] {4});
    assertThat(file).hasBinaryContent(new byte[] {4});
  }

  @Test
  void aWriterThatFailsLeavesTheOldContentAndNothingElse() throws IOException {
    Path file = folder.resolve("file");
    AtomicFile.write(file, new byte[] {1});
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(2);
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasBinaryContent(new byte[] {1});
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
