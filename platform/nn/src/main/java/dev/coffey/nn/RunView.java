package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.initializer.Initializer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Network;
import dev.coffey.api.Progress;
import dev.coffey.api.Run;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** The workspace as one plugin sees it. */
final class RunView implements Run {
  private final Workspace workspace;
  private final Naming naming;
  private final Workspace.OptionSource options;
  private final RandomGenerator random;

  RunView(
      Workspace workspace, Naming naming, Workspace.OptionSource options, RandomGenerator random) {
    this.workspace = workspace;
    this.naming = naming;
    this.options = options;
    this.random = random;
  }

  @Override
  public <T extends Record> T options(Class<T> type) {
    return options.get(type);
  }

  @Override
  public DataSpec data() {
    return workspace.data();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Progress progress() {
    return workspace.progress();
  }

  @Override
  public void report(String series, double value) {
    workspace.report(series, value);
  }

  @Override
  public void picture(String series, NDArray images) {
    workspace.picture(series, images);
  }

  @Override
  public NDManager memory() {
    return workspace.memory();
  }

  @Override
  public NDManager scratch() {
    return workspace.scratch();
  }

  @Override
  public NDArray buffer(String name, Shape shape, Initializer initializer) {
    return workspace.buffers().get(naming.buffer(name), shape, initializer);
  }

  @Override
  public Network network(String role) {
    return workspace
        .networks()
        .find(naming.role(role))
        .orElseGet(() -> workspace.networks().get(role));
  }

  @Override
  public Network build(String role, Block block, Shape... perSampleInput) {
    return workspace.networks().build(naming.role(role), block, perSampleInput);
  }

  @Override
  public <T> T infer(Supplier<T> body) {
    return workspace.recording().muted(body);
  }

  @Override
  public double update(String group, Supplier<NDArray> loss, Network... trained) {
    return workspace.phases().update(group, loss, workspace.networks().own(trained));
  }

  @Override
  public NDArray gradient(NDArray at, UnaryOperator<NDArray> scalar) {
    return workspace.phases().gradient(at, scalar);
  }
}
