package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conf/plugins.allow} as docs/security.md describes it. */
class AllowListIT {
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256: ([0-9A-F:]{95})");

  private @TempDir Path folder;
  private Coffey coffey;
  private Path list;
  private Path jar;

  @BeforeEach
  void aListThatIsSwitchedOn() throws IOException {
    coffey = Coffey.copyInto(folder.resolve("coffey"));
    list = coffey.home().resolve("conf/plugins.allow");
    String off = Files.readString(list);
    assertThat(off).contains("\n# enforce\n");
    Files.writeString(list, off.replace("\n# enforce\n", "\nenforce\n"));
    jar = GateLoss.compile().write(folder.resolve("gate.jar"), "1.0.0", GateLoss.facts(1, "int"));
  }

  @Test
  void whatIsShippedIsAllowedAndAnotherJarOnceItsDigestIsListed() throws IOException {
    var refused = coffey.in(folder, "plugins", "install", jar.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("it is not allowed: neither its SHA-256");
    assertThat(coffey.in(folder, "plugins", "list").out())
        .contains("kd-kl", "lenet5-half", "mnist", "accuracy")
        .doesNotContain("refused");

    var digest = Coffey.process(folder, Map.of(), List.of("sha256sum", "gate.jar"));
    Files.writeString(list, Files.readString(list) + digest.out());

    assertThat(coffey.in(folder, "plugins", "install", jar.toString()).code()).isZero();
    assertThat(coffey.in(folder, "plugins", "list").out()).contains("gate");
  }

  @Test
  void aSignersJarsAreAllowedUntilTheyAreTamperedWith() throws IOException {
    tool(
        "keytool",
        "-genkeypair",
        "-keystore",
        "lab.p12",
        "-storepass",
        "secret",
        "-alias",
        "lab",
        "-keyalg",
        "EC",
        "-dname",
        "CN=Lab",
        "-validity",
        "3650");
    tool("jarsigner", "-keystore", "lab.p12", "-storepass", "secret", jar.toString(), "lab");
    Matcher fingerprint =
        FINGERPRINT.matcher(
            tool("keytool", "-list", "-v", "-keystore", "lab.p12", "-storepass", "secret"));
    assertThat(fingerprint.find()).isTrue();
    Files.writeString(
        list, Files.readString(list) + "signer " + fingerprint.group(1) + " the lab\n");

    assertThat(coffey.in(folder, "plugins", "check", jar.toString()).code()).isZero();

    try (var files = java.nio.file.FileSystems.newFileSystem(jar)) {
      Files.writeString(files.getPath("gate/gate.properties"), "factor=1000");
    }
    var tampered = coffey.in(folder, "plugins", "check", jar.toString());
    assertThat(tampered.code()).isEqualTo(2);
    assertThat(tampered.err()).contains("was changed after it was signed");
  }

  private String tool(String name, String... arguments) {
    var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/" + name));
    command.addAll(List.of(arguments));
    var ended = Coffey.process(folder, Map.of(), command);
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    return ended.out();
  }
}
