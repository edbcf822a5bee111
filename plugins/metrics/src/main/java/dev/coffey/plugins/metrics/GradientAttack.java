package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Arrays;

/**
 * Projected gradient ascent on the cross-entropy from the image itself: a step of 2.5 · radius /
 * steps along the gradient's sign (L∞) or direction (L2), then back into the ball and into [0, 1].
 * Without random starts, so the same every time. Source: Madry, Makelov, Schmidt, Tsipras, Vladu
 * 2018, section 2.1.
 */
final class GradientAttack {
  /** Keeps a zero gradient from dividing by zero. */
  private static final float TINY = 1e-12f;

  private static final double REACH = 2.5;

  private final Run run;
  private final RobustnessOptions options;

  GradientAttack(Run run, RobustnessOptions options) {
    this.run = run;
    this.options = options;
  }

  /** {@code x}: (N, …) in [0, 1]; {@code y}: int32, (N). The result is like x, in its manager. */
  NDArray on(Network network, NDArray x, NDArray y) {
    float step = (float) (REACH * options.radius() / options.steps());
    var moved = x;
    for (int i = 0; i < options.steps(); i++) {
      var uphill = run.gradient(moved, at -> loss(network, at, y));
      moved = x.add(within(moved.sub(x).add(unit(uphill).mul(step)))).clip(0, 1);
    }
    return moved;
  }

  /** Samples don't depend on each other, so the sum's gradient is each sample's own. */
  private static NDArray loss(Network network, NDArray x, NDArray y) {
    var logits = network.forward(Tensors.of("x", x), Mode.INFER).get("logits");
    var labels = y.oneHot(Math.toIntExact(logits.getShape().get(1)));
    return logits.logSoftmax(1).mul(labels).sum().neg();
  }

  private NDArray unit(NDArray gradient) {
    return switch (options.norm()) {
      case LINF -> gradient.sign();
      case L2 -> gradient.div(lengths(gradient).add(TINY));
    };
  }

  private NDArray within(NDArray change) {
    float radius = (float) options.radius();
    return switch (options.norm()) {
      case LINF -> change.clip(-radius, radius);
      case L2 -> change.mul(NDArrays.minimum(lengths(change).add(TINY).pow(-1).mul(radius), 1));
    };
  }

  /** One a sample, (N, 1, …). */
  private static NDArray lengths(NDArray array) {
    var ones = new long[array.getShape().dimension()];
    Arrays.fill(ones, 1);
    ones[0] = array.getShape().get(0);
    return array.reshape(ones[0], -1).square().sum(new int[] {1}).sqrt().reshape(new Shape(ones));
  }
}
