package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import java.util.Arrays;

/**
 * Moves samples down a network's logit gap G until they leave their base class: {@code z ← clip(z −
 * η · (G + ε) · g / ‖g‖)} with {@code g = dG/dz}, the norm over one sample, in at most {@code
 * steps} steps; a sample that has left stays where it is. Source: Heo, Lee, Yun, Choi 2019,
 * "Knowledge Distillation with Adversarial Samples Supporting Decision Boundary", with η and ε as
 * in its code.
 *
 * <p>The paper's z is the normalised image. Networks here take x in [0, 1] and normalise
 * themselves, {@code z = (x − mean) / std}, so that {@code dG/dz = std · dG/dx} and a step of z is
 * one of x times std: the very same points.
 */
final class Attack {
  /** Keeps a zero gradient from dividing by zero. */
  private static final float TINY = 1e-12f;

  private final Run run;
  private final AttackOptions options;
  private final NormalizedUnits units;

  Attack(Run run, AttackOptions options) {
    this.run = run;
    this.options = options;
    this.units = NormalizedUnits.of(run.data(), options.clip());
  }

  /** Where the samples stand and which way is down. All float32, (N), the gradient (N, …). */
  private record Slope(NDArray gap, NDArray live, NDArray gradient) {}

  /**
   * Where the samples end. {@code network}: asked in inference. {@code x}: (N, …), N at least 1,
   * and so is the result, in x's manager. Not inside an update.
   */
  NDArray walk(Network network, NDArray x, Boundary boundary) {
    var moved = x;
    for (int step = 0; step < options.steps(); step++) {
      // what a step needs on its way goes with it: ten steps of five hundred images would add up
      try (var passing = x.getManager().newSubManager()) {
        var here = moved.duplicate();
        here.attach(passing);
        var slope = slope(network, here, boundary);
        if (slope.live().sum().getFloat() == 0) {
          return moved;
        }
        moved = units.clipped(here.sub(step(slope)));
        moved.attach(x.getManager());
      }
    }
    return moved;
  }

  /** {@code to − from} in normalised units, as one row a sample: (N, D). */
  NDArray way(NDArray from, NDArray to) {
    return rows(to.sub(from).div(units.unit(from.getManager())));
  }

  private Slope slope(Network network, NDArray x, Boundary boundary) {
    var seen = new NDArray[1];
    // samples don't depend on each other, so the sum's gradient is each sample's own
    var gradient =
        run.gradient(
            x,
            at -> {
              var logits = Logits.of(network, at, Mode.INFER);
              seen[0] = logits.stopGradient();
              seen[0].attach(x.getManager());
              return boundary.gap(logits).sum();
            });
    return new Slope(boundary.gap(seen[0]), boundary.inBase(seen[0]), gradient);
  }

  private NDArray step(Slope slope) {
    var unit = units.unit(slope.gradient().getManager());
    var downhill = slope.gradient().mul(unit);
    var norm = rows(downhill).square().sum(new int[] {1}).sqrt().add(TINY);
    var length =
        slope
            .gap()
            .add((float) options.epsilon())
            .mul((float) options.eta())
            .div(norm)
            .mul(slope.live());
    return downhill.mul(unit).mul(length.reshape(perSample(downhill.getShape())));
  }

  private static NDArray rows(NDArray array) {
    return array.reshape(array.getShape().get(0), -1);
  }

  private static Shape perSample(Shape shape) {
    var ones = new long[shape.dimension()];
    Arrays.fill(ones, 1);
    ones[0] = shape.get(0);
    return new Shape(ones);
  }
}
