package dev.coffey.benchmarks.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that can keep one core busy; it ends with this one. */
final class BusyProcess implements AutoCloseable {
  private static final int GO_ON = 'g';
  private static final int REST = 'r';

  private final Process process;

  private BusyProcess(Process process) {
    this.process = process;
  }

  /** Starts one that rests, on the first core if the system can pin it. */
  static BusyProcess start() throws IOException {
    var command = new ArrayList<String>();
    if (SameJvm.has("taskset")) {
      command.addAll(List.of("taskset", "-c", "0"));
    }
    command.addAll(SameJvm.command(Spinning.class));
    return new BusyProcess(new ProcessBuilder(command).start());
  }

  /** Comes back when it is busy. */
  void goOn() {
    tell(GO_ON);
  }

  /** Comes back when it does nothing. */
  void rest() {
    tell(REST);
  }

  private void tell(int order) {
    try {
      process.getOutputStream().write(order);
      process.getOutputStream().flush();
      if (process.getInputStream().read() != order) {
        throw new IllegalStateException("the busy process has ended");
      }
    } catch (IOException gone) {
      throw new UncheckedIOException("the busy process has ended", gone);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** What that process does. */
  static final class Spinning {
    private static volatile boolean busy;

    private Spinning() {}

    /** Does as it is told, and says so, until nobody is left to tell it anything. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
      var worker = new Thread(() -> {}, "rests");
      for (int order = System.in.read(); order >= 0; order = System.in.read()) {
        busy = order == GO_ON;
        worker.join();
        if (busy) {
          worker = new Thread(Spinning::spin, "spins");
          worker.setDaemon(true);
          worker.start();
        }
        System.out.write(order);
        System.out.flush();
      }
    }

    private static void spin() {
      while (busy) {
        Thread.onSpinWait();
      }
    }
  }
}
