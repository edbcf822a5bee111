package dev.coffey.kernel.felix;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import dev.coffey.api.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformPackagesTest {
  @Test
  void thePlatformAndWhatItSharesWithPluginsIsExportedWithVersions() {
    var exports = ExportHeader.parse(PlatformPackages.header());

    assertThat(exports)
        .contains(
            new ExportedPackage("dev.coffey.api", "1.3.0"),
            new ExportedPackage("dev.coffey.api.plugin", "1.0.0"),
            new ExportedPackage("jakarta.inject", "2.0.1"))
        .extracting(ExportedPackage::name)
        .contains(
            "dev.coffey.nn",
            "dev.coffey.nn.engine",
            "ai.djl.engine",
            "ai.djl.ndarray",
            "ai.djl.nn.convolutional",
            "com.sun.jna",
            "com.sun.jna.ptr",
            "com.google.inject",
            "com.fasterxml.jackson.databind",
            "com.fasterxml.jackson.core",
            "com.fasterxml.jackson.annotation",
            "org.apache.commons.configuration2",
            "org.slf4j");
  }

  @Test
  void theKernelIsNotExported() {
    assertThat(PlatformPackages.header()).doesNotContain("dev.coffey.kernel");
  }

  @Test
  void aPackageMayComeInSeveralVersions() {
    assertThat(
            ExportHeader.parse(
                "a;version=\"2.0.17\";uses:=\"b,c;d\",a;version=1.7,b;c;version=\"3\",d"))
        .containsExactly(
            new ExportedPackage("a", "2.0.17"),
            new ExportedPackage("a", "1.7"),
            new ExportedPackage("b", "3"),
            new ExportedPackage("c", "3"),
            new ExportedPackage("d", "0.0.0"));
  }

  @Test
  void withoutAManifestTheVersionIsReadFromTheAnnotation(@TempDir Path classes) throws IOException {
    Path info = classes.resolve("dev/coffey/api/package-info.class");
    Files.createDirectories(info.getParent());
    try (var in = Plugin.class.getResourceAsStream("package-info.class")) {
      Files.write(info, in.readAllBytes());
    }

    assertThat(PackageSource.at(classes).packages())
        .containsExactly(new ExportedPackage("dev.coffey.api", "1.3.0"));
  }

  @Test
  void aJarWithAManifestIsTakenAtItsWord() {
    assertThat(PackageSource.of(Library.class).packages())
        .extracting(ExportedPackage::name)
        .containsExactlyInAnyOrder("com.sun.jna", "com.sun.jna.ptr", "com.sun.jna.win32");
  }
}
