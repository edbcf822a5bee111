package dev.coffey.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.coffey.api.Stability.Level;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** Networks of a run and what can be done with them. Everything happens on the run's thread. */
@ProviderType
@Stability(Level.STABLE)
public interface Training {
  /**
   * The teacher's or student's network.
   *
   * @throws IllegalArgumentException if no network has this role; the message lists the roles
   */
  Network network(String role);

  /**
   * Makes a network of {@code block}, its initial weights drawn from the run's seed and {@code
   * role} alone. What {@link Student#open} returns is exported; any other network (a regressor, a
   * discriminator, latents) serves training only.
   *
   * @param role unique in the run
   * @param block not initialised yet; owned by the run from now on
   * @param perSampleInput input shapes without the batch axis
   */
  Network build(String role, Block block, Shape... perSampleInput);

  /** Evaluates {@code body} without recording gradients and without touching running statistics. */
  <T> T infer(Supplier<T> body);

  /**
   * One update phase: records {@code loss}, runs backward once, and lets the optimiser of {@code
   * group} step exactly the trainable parameters of {@code trained}. All other networks stay as
   * they are, running statistics included.
   *
   * @param group name of an optimiser group; {@code student} for the student
   * @param loss makes a scalar
   * @return the value of the loss
   * @throws NonFiniteLoss if it is NaN or infinite; nothing has been stepped then
   */
  double update(String group, Supplier<NDArray> loss, Network... trained);

  /**
   * The gradient of {@code scalar} at {@code at}; no parameter and no running statistic changes.
   * Use networks in {@link Mode#INFER}. Not inside an update. The result belongs to the manager of
   * {@code at}.
   */
  NDArray gradient(NDArray at, UnaryOperator<NDArray> scalar);
}
