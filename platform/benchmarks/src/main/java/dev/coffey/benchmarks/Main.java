package dev.coffey.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code java -jar benchmarks.jar}: starts the JVM that measures, with the environment, the options
 * and the libraries that the launcher of the assembled distribution would give it.
 *
 * <p>With {@code -p KEY=VALUE} or nothing it prints the table; with {@code jmh ARGUMENTS} it is
 * JMH's own command line. Another distribution than the one beside it in the checkout: {@code
 * -Dcoffey.home=FOLDER}.
 */
public final class Main {
  private static final String TABLE = "dev.coffey.benchmarks.table.Table";
  private static final String JMH = "org.openjdk.jmh.Main";

  private Main() {}

  /** Starts that JVM and ends with its exit code. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, URISyntaxException {
    Path jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path launcher = home(jar).resolve("bin").resolve("coffey");
    if (!Files.isExecutable(launcher)) {
      System.err.println("error: there is no " + launcher + "; build the distribution first");
      System.exit(2);
    }
    boolean jmh = arguments.length > 0 && arguments[0].equals("jmh");
    var rest = List.of(arguments).subList(jmh ? 1 : 0, arguments.length);
    var settings = LauncherSettings.of(launcher);
    var builder = new ProcessBuilder(command(settings, jar, jmh ? JMH : TABLE, rest)).inheritIO();
    builder.environment().putAll(settings.environment());
    System.exit(builder.start().waitFor());
  }

  private static Path home(Path jar) {
    String given = System.getProperty("coffey.home");
    return given == null
        ? jar.resolve("../../../../distribution/target/coffey").normalize()
        : Path.of(given).toAbsolutePath();
  }

  private static List<String> command(
      LauncherSettings settings, Path jar, String main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings.options());
    command.add("-cp");
    command.add(jar + File.pathSeparator + settings.classPath());
    command.add(main);
    command.addAll(arguments);
    return command;
  }
}
