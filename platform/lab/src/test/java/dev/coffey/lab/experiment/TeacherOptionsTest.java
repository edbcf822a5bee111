package dev.coffey.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Settings;
import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TeacherOptionsTest {
  @Test
  void filesKeepTheirOrder() {
    var options = bind("files: {z: {file: a.onnx}, a: {file: b.onnx, outputs: image}}");

    assertThat(options.files().keySet()).containsExactly("z", "a");
    assertThat(options.files().get("a").file()).isEqualTo(Path.of("b.onnx"));
    assertThat(options.single()).isEmpty();
  }

  @Test
  void aTeacherHasOneSource() {
    assertRefused("files: {}", "teacher needs one of network");
    assertRefused("{file: a.onnx, files: {a: {file: a.onnx}}}", "teacher needs one of network");
  }

  @Test
  void whatIsSaidOfAFileStandsBelowItsName() {
    assertRefused(
        "{range: [0, 1], files: {a: {file: a.onnx}}}",
        "input, outputs and range are said of each of files");
    assertRefused("files: {a/b: {file: a.onnx}}", "files: names must be made of letters");
    assertRefused("files: {a: {outputs: image}}", "the key files.a.file is required");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> bind(text)).hasMessageContaining(message);
  }

  private static TeacherOptions bind(String text) {
    var settings = Settings.parseYaml("teacher.yaml", new StringReader(text));
    return new OptionBinder().bind(settings, TeacherOptions.class);
  }
}
