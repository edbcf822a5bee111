package dev.coffey.cli;

import ai.djl.engine.Engine;
import dev.coffey.kernel.BundleReport;
import dev.coffey.kernel.Platform;
import dev.coffey.lab.run.Machine;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coffey doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks machine, threads, engines and plugins.")
final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "loads this engine, of several that train (default: ${DEFAULT-VALUE})",
      defaultValue = "mxnet")
  private String engine;

  @Option(names = "--json", description = "prints a JSON document")
  private boolean json;

  @Override
  public Integer call() {
    var findings = new LinkedHashMap<String, String>();
    boolean healthy = true;
    Machine machine = Machine.here();
    findings.put("coffey", Platform.version());
    findings.put("java", machine.java());
    findings.put("system", machine.system() + ", " + machine.architecture());
    findings.put("processor", machine.processor() + ", " + machine.cores() + " cores");
    findings.put("heap", (Runtime.getRuntime().maxMemory() >> 20) + " MiB at most");
    machine.settings().forEach(findings::put);
    try (Platform platform = Home.start()) {
      boolean training = false;
      for (EngineSource source : engines(platform)) {
        String name = source.name();
        if (source.trains() && training) {
          findings.put(
              "engine " + name,
              "installed; a process has one engine that trains: coffey doctor --engine " + name);
          continue;
        }
        training |= source.trains();
        try {
          Engine loaded = source.engine();
          findings.put(
              "engine " + name,
              "ok, version %s, %d GPUs".formatted(loaded.getVersion(), loaded.getGpuCount()));
        } catch (EngineUnavailable e) {
          healthy = false;
          findings.put("engine " + name, e.getMessage());
        }
      }
      for (BundleReport bundle : platform.bundles()) {
        healthy &= bundle.remark().isEmpty();
        findings.put(
            "bundle " + bundle.path().getFileName(),
            bundle.remark().isEmpty() ? "ok" : "refused: " + bundle.remark());
      }
    }
    print(findings);
    return healthy ? 0 : 1;
  }

  /** Engines that train come first: the first one that is loaded becomes DJL's default. */
  private List<EngineSource> engines(Platform platform) {
    return platform.engines().stream()
        .map(platform::engine)
        .sorted(
            Comparator.comparing(EngineSource::trains)
                .thenComparing(source -> source.name().equals(engine))
                .reversed())
        .toList();
  }

  private void print(Map<String, String> findings) {
    if (json) {
      Json.print(findings);
      return;
    }
    var columns = new Columns();
    findings.forEach(columns::add);
    columns.print(System.out);
  }
}
