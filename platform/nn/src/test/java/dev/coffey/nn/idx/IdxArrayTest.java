package dev.coffey.nn.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxArrayTest {
  private static final byte[] VALUES = {0, 1, 2, 3, 4, (byte) 255};
  private static final byte[] FILE = IdxFolder.idx(VALUES, 1, 2, 3);

  @TempDir private Path temporary;
  private IdxFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new IdxFolder(temporary);
  }

  @Test
  void plainFilesAreRead() {
    folder.write("images", FILE);

    var array = read("images");

    assertThat(array.values()).isEqualTo(VALUES);
    assertThat(List.of(array.size(0), array.size(1), array.size(2))).containsExactly(1, 2, 3);
  }

  @Test
  void compressedFilesAreReadToo() {
    folder.writeCompressed("images.gz", FILE);

    assertThat(read("images").values()).isEqualTo(VALUES);
  }

  @Test
  void aPlainFileWinsOverACompressedOne() {
    folder.write("images", FILE);
    folder.write("images.gz", new byte[] {1});

    assertThat(read("images").values()).isEqualTo(VALUES);
  }

  @Test
  void aMissingFileIsNamedWithItsFolder() {
    refused(() -> read("images"), "there is no images or images.gz in the folder " + temporary);
  }

  @Test
  void aMissingFolderIsNamed() {
    var files = new FolderFiles(temporary.resolve("nowhere"));

    refused(
        () -> files.find("images"),
        "images or images.gz is wanted, but there is no folder " + temporary.resolve("nowhere"));
  }

  @Test
  void aWrongMagicNumberIsShownWithTheRightOnes() {
    folder.write("images", IdxFolder.idx(VALUES, 6));

    refused(
        () -> read("images"),
        temporary.resolve("images") + " starts with 0x00000801, expected 0x00000803 or 0x00000804");
  }

  @Test
  void truncatedValuesAreCounted() {
    folder.write("images", Arrays.copyOf(FILE, FILE.length - 2));

    refused(
        () -> read("images"),
        temporary.resolve("images") + " ends after 4 values, expected 6 (1x2x3)");
  }

  @Test
  void aTruncatedHeaderIsToldApart() {
    folder.write("images", Arrays.copyOf(FILE, 6));

    refused(
        () -> read("images"), temporary.resolve("images") + " cannot be read: it ends too early");
  }

  @Test
  void valuesBeyondTheAnnouncedOnesAreRefused() {
    folder.write("images", Arrays.copyOf(FILE, FILE.length + 1));

    refused(
        () -> read("images"),
        temporary.resolve("images") + " goes on after the 6 values (1x2x3) it announces");
  }

  @Test
  void aDamagedHeaderDoesNotExhaustTheMemory() {
    var header = ByteBuffer.allocate(16).putInt(0x0803);
    header.putInt(0x7fffffff).putInt(0x7fffffff).putInt(0x7fffffff);
    folder.write("images", header.array());

    refused(
        () -> read("images"),
        temporary.resolve("images")
            + " has the size 2147483647x2147483647x2147483647, expected 1 to 2147483639 values in all");
  }

  @Test
  void negativeSizesAreRefused() {
    folder.write("images", IdxFolder.idx(VALUES, -1, 2, 3));

    refused(
        () -> read("images"),
        temporary.resolve("images")
            + " has the size -1x2x3, expected 1 to 2147483639 values in all");
  }

  @Test
  void aFileThatOnlyLooksCompressedIsRefused() {
    folder.write("images.gz", FILE);

    refused(
        () -> read("images"),
        temporary.resolve("images.gz") + " cannot be read: Not in GZIP format");
  }

  @Test
  void aTruncatedCompressedFileIsRefused() throws IOException {
    folder.writeCompressed("whole", FILE);
    byte[] whole = Files.readAllBytes(temporary.resolve("whole"));
    folder.write("images.gz", Arrays.copyOf(whole, whole.length - 4));

    refused(
        () -> read("images"),
        temporary.resolve("images.gz") + " cannot be read: it ends too early");
  }

  @Test
  void aWrongChecksumIsFound() throws IOException {
    folder.writeCompressed("whole", FILE);
    byte[] damaged = Files.readAllBytes(temporary.resolve("whole"));
    damaged[damaged.length - 8] ^= 1;
    folder.write("images.gz", damaged);

    refused(
        () -> read("images"),
        temporary.resolve("images.gz") + " cannot be read: Corrupt GZIP trailer");
  }

  private IdxArray read(String name) {
    return IdxArray.read(new FolderFiles(temporary).find(name), List.of(3, 4));
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(UncheckedIOException.class).hasMessage(message);
  }
}
