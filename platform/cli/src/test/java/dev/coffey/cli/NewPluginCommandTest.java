package dev.coffey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Plugin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewPluginCommandTest {
  private final StringWriter err = new StringWriter();
  private @TempDir Path folder;

  @BeforeEach
  void aDistribution() {
    System.setProperty("coffey.home", folder.toString());
  }

  @AfterEach
  void noDistribution() {
    System.clearProperty("coffey.home");
  }

  @Test
  void aProjectIsMadeInTheFolderAndPackageThatAreAskedFor() {
    int code =
        execute("focal", "--kind", "Loss", "--package", "com.acme.focal", "--dir", dir("project"));

    assertThat(code).as(err.toString()).isZero();
    assertThat(folder.resolve("project/src/main/java/com/acme/focal/FocalLoss.java")).exists();
    assertThat(folder.resolve("project/pom.xml")).content().contains("<groupId>com.acme</groupId>");
  }

  @Test
  void anUnknownKindListsAllNine() {
    assertThat(execute("focal", "--kind", "los", "--dir", dir("project"))).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: there is no kind of plugin 'los'; there are classifier, composer, dataset, loss,"
                + " method, metric, observer, student, teacher");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theHelpNamesAllNine() {
    String help =
        Main.commandLine(new Terminal(false, false))
            .getSubcommands()
            .get("new")
            .getSubcommands()
            .get("plugin")
            .getUsageMessage();

    assertThat(Plugin.class.getPermittedSubclasses())
        .allSatisfy(
            kind -> assertThat(help).contains(kind.getSimpleName().toLowerCase(Locale.ROOT)));
  }

  @Test
  void aNameThatGivesAReservedWordAsPackageAsksForAnother() {
    assertThat(execute("new", "--kind", "loss", "--dir", dir("project"))).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: 'org.example.new' can't be the name of a Java package; give another with"
                + " --package");
  }

  @Test
  void aFolderThatIsTakenIsLeftAlone() {
    execute("focal", "--kind", "loss", "--dir", dir("project"));

    assertThat(execute("other", "--kind", "loss", "--dir", dir("project"))).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(dir("project"));
    assertThat(folder.resolve("project/README.md")).content().startsWith("# focal\n");
  }

  private String dir(String name) {
    return folder.resolve(name).toString();
  }

  private int execute(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "new";
    all[1] = "plugin";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Main.commandLine(new Terminal(false, false))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
