package dev.coffey.cli.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.kernel.config.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
  private @TempDir Path folder;

  @Test
  void filesAreWrittenInFoldersOfTheirOwn() throws IOException {
    new ProjectFolder(folder.resolve("a/mine")).write(Map.of("src/X.java", "class X {}"));

    assertThat(folder.resolve("a/mine/src/X.java")).hasContent("class X {}");
    assertThat(folder.resolve("a")).isDirectoryNotContaining(path -> !path.endsWith("mine"));
  }

  @Test
  void anEmptyFolderIsTaken() throws IOException {
    new ProjectFolder(folder).write(Map.of("pom.xml", "<project/>"));

    assertThat(folder.resolve("pom.xml")).exists();
  }

  @Test
  void aFolderWithSomethingInItIsRefused() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> new ProjectFolder(folder))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void aFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("mine"), "mine");

    assertThatThrownBy(() -> new ProjectFolder(file)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void whatFailsHalfWayLeavesNothing() {
    var files = new LinkedHashMap<String, String>();
    files.put("src", "a file where a folder should be");
    files.put("src/X.java", "class X {}");

    assertThatThrownBy(() -> new ProjectFolder(folder.resolve("mine")).write(files))
        .isInstanceOf(IOException.class);

    assertThat(folder).isEmptyDirectory();
  }
}
