package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plugin author's Maven: its own local repository, which knows nothing of this reactor. */
record Maven(Path settings, Path repository) {
  /** It takes what it needs from this machine's repository, never from the network. */
  static Maven in(Path folder) throws IOException {
    Path settings = Files.createDirectories(folder).resolve("settings.xml");
    Files.writeString(
        settings,
        """
        <settings>
          <mirrors>
            <mirror><id>here</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
          </mirrors>
        </settings>
        """
            .formatted(Path.of(System.getProperty("maven.local.repository")).toUri()));
    return new Maven(settings, folder.resolve("repository"));
  }

  /** The same after {@code mvn -f COFFEY/sdk install}. */
  Maven withSdkOf(Coffey coffey) {
    run(coffey.home().resolve("sdk"), "install");
    return this;
  }

  /** Runs {@code mvn ARGUMENTS} in {@code project}, which must end well. */
  void run(Path project, String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                "mvn", "-q", "-B", "-s", settings.toString(), "-Dmaven.repo.local=" + repository));
    command.addAll(List.of(arguments));
    var ended = Coffey.process(project, Map.of(), command);
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
  }
}
