package dev.coffey.it;

/**
 * Source of a plugin with a loss {@code gate}: cross-entropy times a factor, which counts its steps
 * and waits at the first step of epoch N as long as the file {@code wait-N} lies in the process's
 * folder. Factor and the size of its saved counter are in {@code gate.properties}.
 */
final class GateLoss {
  private GateLoss() {}

  static final String MODULE = "gate.GatePlugin";

  static final String SOURCE =
      """
      package gate;
      import ai.djl.ndarray.NDArray;
      import dev.coffey.api.*;
      import dev.coffey.api.plugin.PluginModule;
      import java.io.*;
      import java.nio.file.*;
      import java.util.*;
      public final class GatePlugin extends PluginModule {
        @Override protected void contribute() { loss("gate").to(Gate.class); }
        public static final class Gate implements Loss {
          @Override public Map<String, String> inputs() {
            return Map.of("student", "student/logits", "labels", "batch/y");
          }
          @Override public Term open(Run run) { return new Counting(run); }
        }
        static final class Counting implements Loss.Term {
          private final Run run;
          private final Properties facts = new Properties();
          private int steps;
          private int waited;
          Counting(Run run) {
            this.run = run;
            try (var in = GatePlugin.class.getResourceAsStream("gate.properties")) {
              facts.load(in);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
          @Override public NDArray value(Tensors inputs) {
            int epoch = run.progress().epoch();
            if (epoch > waited) {
              waited = epoch;
              Waiting.at(epoch);
            }
            steps++;
            NDArray logits = inputs.get("student");
            NDArray y = inputs.get("labels").oneHot((int) logits.getShape().get(1));
            double factor = Double.parseDouble(facts.getProperty("factor"));
            run.report("train/steps", steps);
            return logits.logSoftmax(1).mul(y).sum(new int[] {1}).mean().mul(-factor);
          }
          @Override public void save(OutputStream out) throws IOException {
            var data = new DataOutputStream(out);
            data.writeUTF(facts.getProperty("format"));
            data.writeInt(steps);
          }
          @Override public void load(InputStream in) throws IOException {
            var data = new DataInputStream(in);
            String format = data.readUTF();
            if (!format.equals(facts.getProperty("format"))) {
              throw new IOException("it cannot read a counter of the format " + format);
            }
            steps = data.readInt();
          }
        }
        static final class Waiting {
          static void at(int epoch) {
            try {
              for (int i = 0; Files.exists(Path.of("wait-" + epoch)) && i < 240_000; i++) {
                Thread.sleep(5);
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        }
      }
      """;

  static PluginSource compile() throws java.io.IOException {
    return PluginSource.compile(MODULE, SOURCE);
  }

  /** The resource of one version. */
  static java.util.Map<String, String> facts(double factor, String format) {
    return java.util.Map.of(
        "gate/gate.properties", "factor=" + factor + "\nformat=" + format + "\n");
  }
}
