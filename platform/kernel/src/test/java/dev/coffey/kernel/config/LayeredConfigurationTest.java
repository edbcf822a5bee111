package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredConfigurationTest {
  @TempDir Path folder;

  private static Settings yaml(String text) {
    return Settings.parseYaml("expected.yaml", new StringReader(text));
  }

  private Path write(String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path resource(String name) throws IOException {
    try (InputStream content = getClass().getResourceAsStream(name)) {
      return write(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Settings load(Path file) {
    return LayeredConfiguration.builder().file(file).load();
  }

  @ParameterizedTest
  @ValueSource(strings = {"first.properties", "first.xml"})
  void allKindsOfFileGiveEqualSettings(String name) throws IOException {
    assertThat(load(resource(name))).isEqualTo(load(resource("first.yaml")));
  }

  @Test
  void withoutLayersThereAreNoSettings() {
    assertThat(LayeredConfiguration.builder().load()).isEqualTo(Settings.empty());
  }

  @Test
  void higherLayersWinWhateverTheOrderOfCalls() {
    write("conf/coffey.yaml", "a: site\nb: site\nc: site\n");
    Path file = write("first.yaml", "a: file\nb: file\n");

    Settings settings =
        LayeredConfiguration.builder()
            .override("a", "override")
            .file(file)
            .site(folder.resolve("conf"))
            .defaults(yaml("a: default\nb: default\nc: default\nd: default"))
            .load();

    assertThat(settings).isEqualTo(yaml("a: override\nb: file\nc: site\nd: default"));
  }

  @Test
  void anOverrideMovesNoKey() {
    Path file = write("first.yaml", "files: {shape: {a: 1}, texture: {a: 1, b: 1}}");

    Settings settings =
        LayeredConfiguration.builder()
            .file(file)
            .override("files.texture.b", "2")
            .override("files.more", "3")
            .load();

    assertThat(settings.at("files").entries().keySet()).containsExactly("shape", "texture", "more");
    assertThat(settings.find("files.texture").entries().keySet()).containsExactly("a", "b");
  }

  @Test
  void everyValueKnowsTheLayerItCameFrom() {
    Path site = write("conf/coffey.properties", "train.b = site\ntrain.c = site\n");
    Path file = write("first.yaml", "train:\n  a: file\n  b: file\n");
    var defaults = new ByteArrayInputStream("train: {d: 1}".getBytes(StandardCharsets.UTF_8));

    Settings settings =
        LayeredConfiguration.builder()
            .defaults("defaults.yaml", defaults)
            .site(folder.resolve("conf"))
            .file(file)
            .override("train.a", "override")
            .load();

    assertThat(settings.originOf("train.a")).isEqualTo(Origin.OVERRIDE);
    assertThat(settings.originOf("train.b")).isEqualTo(new Origin(file.toString(), 3));
    assertThat(settings.originOf("train.c")).isEqualTo(new Origin(site.toString(), 2));
    assertThat(settings.originOf("train.d")).isEqualTo(new Origin("defaults.yaml", 1));
    assertThat(settings.originOf("train")).isEqualTo(new Origin(file.toString(), 1));
  }

  @Test
  void keysMayHoldAnySign() {
    String text = "inputs: {student/logits: 1, 'a.b': 2, 'c[0]': 3, '@d': 4, '': 5}";

    assertThat(load(write("first.yaml", text))).isEqualTo(yaml(text));
  }

  @Test
  void emptyListsAndListsOfOneSurviveTheLayers() {
    String text = "metrics: []\nseeds: [1]\nnested: [[1, 2], []]\nkd: {}";

    assertThat(load(write("first.yaml", text)).value()).isEqualTo(yaml(text).value());
  }

  @Test
  void siteFilesAreTakenByNameAndTheLastWins() {
    write("conf/coffey.a.yaml", "x: 1\ny: 1");
    write("conf/coffey.b.xml", "<e><x>2</x></e>");
    write("conf/logback.xml", "<e><z>3</z></e>");
    write("conf/coffey.txt", "anything");

    Settings settings = LayeredConfiguration.builder().site(folder.resolve("conf")).load();

    assertThat(settings).isEqualTo(yaml("x: 2\ny: 1"));
  }

  @Test
  void aSiteFolderNeedNotExist() {
    assertThat(LayeredConfiguration.builder().site(folder.resolve("none")).load())
        .isEqualTo(Settings.empty());
  }

  @Test
  void systemPropertiesAndEnvironmentAreLookedUp() {
    Path file =
        write(
            "first.yaml",
            """
            version: v${sys:java.specification.version}
            home: ${env:NO_SUCH:-none}
            epochs: ${sys:no.such:-3}
            """);

    assertThat(load(file)).isEqualTo(yaml("version: v17\nhome: none\nepochs: 3"));
  }

  @Test
  void variablesOfRecipesAreLeftAlone() {
    assertThat(load(write("first.yaml", "name: kd-${seed}")).at("name").text())
        .contains("kd-${seed}");
  }

  @Test
  void otherLookupsAreLeftAlone() {
    assertThat(load(write("first.yaml", "name: ${file:UTF-8:/etc/passwd}")).at("name").text())
        .contains("${file:UTF-8:/etc/passwd}");
  }

  @Test
  void whatIsNotSetInTheEnvironmentIsReported() {
    Path file = write("first.yaml", "\nout: ${env:NO_SUCH_THING}/x\nin: ${sys:no.such}");

    assertThatThrownBy(() -> load(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            """
            %1$s:2: out: the environment variable NO_SUCH_THING is not set
            %1$s:3: in: the system property no.such is not set"""
                .formatted(file));
  }

  @Test
  void aMissingFileIsReportedWithTheNearestName() {
    write("first.yaml", "a: 1");
    Path misspelt = folder.resolve("frist.yaml");

    assertThatThrownBy(() -> load(misspelt))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("there is no file '%s'; did you mean first.yaml?".formatted(misspelt));
  }

  @Test
  void aMissingFolderIsReported() {
    Path file = folder.resolve("exmples/first.yaml");

    assertThatThrownBy(() -> load(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "there is no file '%s'; the folder '%s' is not there either"
                .formatted(file, file.getParent()));
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> load(folder))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("'%s' is a folder; a file was expected".formatted(folder));
  }

  @Test
  void anUnknownKindOfFileIsReported() {
    Path file = write("first.toml", "a = 1");

    assertThatThrownBy(() -> load(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("'%s' must end in .yaml, .yml, .properties or .xml".formatted(file));
  }

  @Test
  void aFileThatIsNoTextIsReported() throws IOException {
    Path file = folder.resolve("first.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xff});

    assertThatThrownBy(() -> load(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("'%s' is not text in UTF-8".formatted(file));
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(load(write("first.yaml", "\uFEFFa: 1"))).isEqualTo(yaml("a: 1"));
  }

  @Test
  void problemsOfAllFilesAreReportedTogether() {
    Path site = write("conf/coffey.yaml", "a: 1\na: 2");
    Path file = write("first.yaml", "b: [");

    assertThatThrownBy(
            () -> LayeredConfiguration.builder().site(folder.resolve("conf")).file(file).load())
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(site + ":2: a: the key a is given twice, first in line 1\n" + file);
  }
}
