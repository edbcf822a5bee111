package dev.coffey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorReportTest {
  private final StringWriter err = new StringWriter();

  @Test
  void everyProblemOfTheInputIsALineAndTheExitCodeIsTwo() {
    int code =
        execute(
            () -> {
              throw new InvalidInput(
                  List.of(
                      new Problem("seeds", new Origin("a.yaml", 3), "seeds is empty"),
                      new Problem("", Origin.UNKNOWN, "there is no file 'b.yaml'")));
            });
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: a.yaml:3: seeds: seeds is empty", "error: there is no file 'b.yaml'");
  }

  @Test
  void anythingElseIsOneLineAndTheExitCodeIsOne() {
    int code =
        execute(
            () -> {
              throw new IOException("disk full");
            });
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).containsExactly("error: IOException: disk full");
  }

  private int execute(Callable<Integer> body) {
    return new CommandLine(new Failing(body))
        .setExecutionExceptionHandler(new ErrorReport())
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setErr(new PrintWriter(err, true))
        .execute();
  }

  @Command(name = "failing")
  private record Failing(Callable<Integer> body) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      return body.call();
    }
  }
}
