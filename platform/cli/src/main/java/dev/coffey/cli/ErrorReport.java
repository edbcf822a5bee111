package dev.coffey.cli;

import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.Problem;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells people what went wrong: 2 if their input is, 1 for everything else. */
final class ErrorReport implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorReport.class);

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult arguments) {
    PrintWriter err = commandLine.getErr();
    if (failure instanceof InvalidInput input) {
      for (Problem problem : input.problems()) {
        err.println(commandLine.getColorScheme().errorText("error: ") + problem.toString());
      }
      return CommandLine.ExitCode.USAGE;
    }
    LOG.debug("command failed", failure);
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    err.println(
        commandLine.getColorScheme().errorText("error: ")
            + failure.getClass().getSimpleName()
            + message);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
