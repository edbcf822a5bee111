package dev.coffey.nn.optim;

import dev.coffey.api.Option;
import java.util.Optional;

/**
 * Which optimiser, and its constants.
 *
 * <p>With g the gradient (after clipping) plus {@code weightDecay}·w, and η the scheduled learning
 * rate:
 *
 * <ul>
 *   <li>{@code sgd}: v ← momentum·v − η·g, w ← w + v; with {@code nesterov} w ← w + momentum·v −
 *       η·g (Sutskever et al. 2013).
 *   <li>{@code adam}: Kingma and Ba 2015, algorithm 1; ε is added to the root of the corrected
 *       second moment.
 *   <li>{@code adamw}: Adam without decay in g, and w ← (1 − η·weightDecay)·w before each step
 *       (Loshchilov and Hutter 2019).
 * </ul>
 *
 * <p>Weight decay never applies to biases, or to scale and shift of normalisations.
 */
public record OptimizerOptions(
    @Option(value = "sgd", help = "which optimiser: sgd, adam or adamw") Name name,
    @Option(value = "0.05", min = 0, help = "learning rate before the schedule") double lr,
    @Option(value = "0.9", min = 0, max = 1, help = "momentum of sgd, in [0, 1)") double momentum,
    @Option(value = "false", help = "Nesterov's momentum instead of the heavy ball, for sgd")
        boolean nesterov,
    @Option(value = "0", min = 0, help = "weight decay; not for biases and normalisations")
        double weightDecay,
    @Option(value = "0.9", min = 0, max = 1, help = "decay of the first moment of adam, adamw")
        double beta1,
    @Option(value = "0.999", min = 0, max = 1, help = "decay of the second moment of adam, adamw")
        double beta2,
    @Option(value = "1e-8", min = 0, help = "keeps adam, adamw from dividing by zero")
        double epsilon,
    @Option(min = 0, help = "scale gradients of the group down to this 2-norm; no limit if absent")
        Optional<Double> clipNorm) {

  /** The optimisers there are. */
  public enum Name {
    /** Stochastic gradient descent with momentum. */
    SGD,
    /** Adam. */
    ADAM,
    /** Adam with decoupled weight decay. */
    ADAMW
  }

  /** Checks ranges that one component alone cannot express. */
  public OptimizerOptions {
    if (!(lr > 0) || Double.isInfinite(lr)) {
      throw new IllegalArgumentException("lr must be above 0, but is " + lr);
    }
    below1("momentum", momentum);
    below1("beta1", beta1);
    below1("beta2", beta2);
    if (nesterov && momentum == 0) {
      throw new IllegalArgumentException("nesterov needs a momentum above 0");
    }
    if (clipNorm.isPresent() && !(clipNorm.get() > 0)) {
      throw new IllegalArgumentException("clip-norm must be above 0, but is " + clipNorm.get());
    }
  }

  private static void below1(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), but is " + value);
    }
  }

  /** SGD with momentum. */
  public static OptimizerOptions sgd(double lr, double momentum) {
    return new OptimizerOptions(
        Name.SGD, lr, momentum, false, 0, 0.9, 0.999, 1e-8, Optional.empty());
  }

  /** Adam with its published constants. */
  public static OptimizerOptions adam(double lr) {
    return new OptimizerOptions(Name.ADAM, lr, 0, false, 0, 0.9, 0.999, 1e-8, Optional.empty());
  }

  /** AdamW with Adam's published constants. */
  public static OptimizerOptions adamW(double lr, double weightDecay) {
    return new OptimizerOptions(
        Name.ADAMW, lr, 0, false, weightDecay, 0.9, 0.999, 1e-8, Optional.empty());
  }

  /** The same with this weight decay. */
  public OptimizerOptions withWeightDecay(double decay) {
    return new OptimizerOptions(
        name, lr, momentum, nesterov, decay, beta1, beta2, epsilon, clipNorm);
  }

  /** The same with Nesterov's momentum. */
  public OptimizerOptions withNesterov() {
    return new OptimizerOptions(
        name, lr, momentum, true, weightDecay, beta1, beta2, epsilon, clipNorm);
  }

  /** The same with gradients clipped to this 2-norm. */
  public OptimizerOptions withClipNorm(double norm) {
    return new OptimizerOptions(
        name, lr, momentum, nesterov, weightDecay, beta1, beta2, epsilon, Optional.of(norm));
  }
}
