package dev.coffey.lab;

import dev.coffey.api.Dataset;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.catalogue.UnknownService;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.engine.EngineUnavailable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One split of a dataset that was opened to see whether it is whole.
 *
 * @param input shape of one sample
 * @param digest SHA-256 over its content
 */
public record DatasetCheck(String split, long samples, int classes, String input, String digest) {
  /**
   * Opens all splits of the dataset {@code id}.
   *
   * @throws InvalidInput if there is no such dataset, or it isn't there, or damaged
   */
  public static List<DatasetCheck> of(Platform platform, String id, Settings settings) {
    try (Leases leases = platform.catalogue().lease();
        Workspace workspace = withoutEngine()) {
      Dataset dataset = leases.lease(Dataset.class, id).service();
      var problems = new Problems();
      var options = new OptionBinder().bind(settings, dataset.options(), problems);
      problems.throwIfAny();
      workspace.stage("data", 1);
      var view =
          workspace.view(
              "dataset",
              new Workspace.OptionSource() {
                @Override
                public <T extends Record> T get(Class<T> type) {
                  return type.cast(options.orElseThrow());
                }
              });
      var splits = new ArrayList<DatasetCheck>();
      for (String split : List.of("train", "validation", "test")) {
        var source = dataset.open(view, split);
        splits.add(
            new DatasetCheck(
                split,
                source.size(),
                source.spec().classes(),
                source.spec().input().toString(),
                source.digest()));
      }
      return splits;
    } catch (UnknownService | IllegalArgumentException | UncheckedIOException e) {
      throw new InvalidInput(e.getMessage());
    }
  }

  private static Workspace withoutEngine() {
    return Workspace.open(
        new Workspace.Settings(
            new dev.coffey.nn.engine.EngineSource() {
              @Override
              public String name() {
                return "none";
              }

              @Override
              public ai.djl.engine.Engine engine() {
                throw new EngineUnavailable("a dataset must open without an engine");
              }
            },
            "cpu",
            0,
            null,
            (series, at, value) -> {}));
  }
}
