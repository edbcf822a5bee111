package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.Settings;
import java.util.List;

/**
 * The keys of {@code weighted-sum} in {@code compare}: a method made of losses, without a recipe.
 */
public record SumOptions(
    @Option(help = "composers every batch goes through, in order") List<Settings> composers,
    @Option(help = "losses of the weighted sum: ids, or {id: {weight, inputs, options}}")
        List<Settings> losses) {
  /** Checks that there is something to train on. */
  public SumOptions {
    if (losses.isEmpty()) {
      throw new IllegalArgumentException(
          "weighted-sum needs losses, such as losses: [cross-entropy, {kd-kl: {weight: 0.5}}]");
    }
  }
}
