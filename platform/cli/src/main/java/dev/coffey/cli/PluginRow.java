package dev.coffey.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.kernel.BundleReport;
import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.RunningPlatform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line about a bundle: what a fresh platform makes of it, or what a running one still has.
 *
 * @param digest SHA-256 of its jar; empty if the jar is gone
 * @param process the running platform that has it; 0 for what is in the folder
 * @param remark why it was refused, or what of it is not served
 */
record PluginRow(
    String name,
    String version,
    Status status,
    int leases,
    String digest,
    String path,
    long process,
    String remark,
    List<String> warnings) {
  /**
   * What is in the folders, then what running platforms have beside it.
   *
   * @param all whether to digest the distribution's payloads, too, which are large
   */
  static List<PluginRow> of(
      List<BundleReport> bundles, List<RunningPlatform> running, boolean all) {
    var rows = new ArrayList<PluginRow>();
    for (BundleReport bundle : bundles) {
      boolean plugin = bundle.path().startsWith(Home.layout().plugins());
      rows.add(
          here(
              bundle,
              plugin || all ? bundle.digest() : "",
              plugin ? bundle.warnings() : List.of(),
              running));
    }
    for (RunningPlatform platform : running) {
      platform.plugins().stream()
          .filter(held -> held.status() == Status.DRAINING)
          .map(
              held ->
                  new PluginRow(
                      held.name(),
                      held.version(),
                      held.status(),
                      held.leases(),
                      held.digest(),
                      held.path(),
                      platform.process(),
                      held.remark(),
                      List.of()))
          .forEach(rows::add);
    }
    return rows;
  }

  private static PluginRow here(
      BundleReport bundle, String digest, List<String> warnings, List<RunningPlatform> running) {
    int leases =
        running.stream()
            .flatMap(platform -> platform.plugins().stream())
            .filter(held -> held.digest().equals(digest) && held.status() == Status.ACTIVE)
            .mapToInt(RunningPlatform.Held::leases)
            .sum();
    return new PluginRow(
        bundle.name(),
        bundle.version(),
        bundle.status(),
        leases,
        digest,
        bundle.path().toString(),
        0,
        bundle.remark(),
        warnings);
  }

  /** Where it stands, in words. */
  String state() {
    return switch (status) {
      case ACTIVE -> "offered" + (leases == 0 ? "" : ", " + counted());
      case RESERVED -> "for pins only";
      case DRAINING -> "draining, %s in process %d".formatted(counted(), process);
      case REFUSED -> "refused";
    };
  }

  private String counted() {
    return leases == 1 ? "1 lease" : leases + " leases";
  }

  void addTo(Columns table, Path home) {
    Path place = Path.of(path);
    table.add(
        status == Status.REFUSED ? place.getFileName().toString() : name,
        status == Status.REFUSED ? "" : version,
        state(),
        digest.substring(0, Math.min(12, digest.length())),
        (place.startsWith(home) ? home.relativize(place) : place).toString());
  }

  /** Remarks and warnings, a sentence each. */
  Stream<String> sentences() {
    String subject = status == Status.REFUSED ? "refused: " + path : path;
    Stream<String> said =
        remark.isEmpty() ? Stream.of() : Stream.of("%s: %s".formatted(subject, remark));
    return Stream.concat(
        said, warnings.stream().map(warning -> "warning: %s: it %s".formatted(path, warning)));
  }

  ObjectNode json() {
    ObjectNode node = Json.mapper().valueToTree(this);
    node.put("state", state());
    if (process == 0) {
      node.putNull("process");
    }
    return node;
  }
}
