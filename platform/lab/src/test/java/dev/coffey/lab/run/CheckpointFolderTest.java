package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
  private @TempDir Path folder;
  private CheckpointFolder checkpoints;

  @BeforeEach
  void threeCheckpoints() throws IOException {
    checkpoints = new CheckpointFolder(folder.resolve("checkpoint"));
    checkpoints.write(9, bytes("nine"));
    checkpoints.write(10, bytes("ten"));
    checkpoints.write(100, bytes("hundred"));
  }

  @Test
  void theNewestIsReadAndTheOneBeforeItKept() throws IOException {
    assertThat(newest()).isEqualTo("hundred");
    try (var files = Files.list(checkpoints.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("step-000000000010.bin", "step-000000000100.bin");
    }
  }

  @Test
  void aTruncatedOneIsPassedOver() throws IOException {
    byte[] whole = Files.readAllBytes(file(100));
    Files.write(file(100), Arrays.copyOf(whole, whole.length / 2));

    assertThat(newest()).isEqualTo("ten");
  }

  @Test
  void oneWithAFlippedBitIsPassedOver() throws IOException {
    byte[] whole = Files.readAllBytes(file(100));
    whole[2] ^= 1;
    Files.write(file(100), whole);

    assertThat(newest()).isEqualTo("ten");
  }

  @Test
  void whatWasHalfWrittenDoesNotCount() throws IOException {
    Files.write(checkpoints.path().resolve(".step-000000000200.bin.x.tmp"), bytes("half"));

    assertThat(newest()).isEqualTo("hundred");
    checkpoints.clear();
    assertThat(checkpoints.path()).doesNotExist();
    assertThat(checkpoints.newest()).isEmpty();
  }

  @Test
  void aFailureToWriteIsToldWithTheNextCheckpoint() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    var broken = new CheckpointFolder(file);
    var writer = new CheckpointWriter(broken);
    writer.offer(1, bytes("one"));
    writer.close();

    assertThatThrownBy(writer::throwFailure)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("a checkpoint cannot be written to " + file);
  }

  @Test
  void closingTheWriterWaitsForTheLastCheckpoint() throws IOException {
    try (var writer = new CheckpointWriter(checkpoints)) {
      for (int step = 101; step <= 120; step++) {
        writer.offer(step, bytes("step " + step));
      }
    }

    assertThat(newest()).isEqualTo("step 120");
  }

  private String newest() throws IOException {
    return new String(checkpoints.newest().orElseThrow(), StandardCharsets.UTF_8);
  }

  private Path file(long step) {
    return checkpoints.path().resolve("step-%012d.bin".formatted(step));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
