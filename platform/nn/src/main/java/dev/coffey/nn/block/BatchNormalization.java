package dev.coffey.nn.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Batch normalisation over channels (Ioffe and Szegedy 2015). Input and output (N, C) or (N, C, …).
 *
 * <p>Training: batch statistics, by the engine's operator. Inference: running statistics as
 * constants, whose gradient is right while recording, too; DJL's own block throws there, and
 * MXNet's operator gives a wrong gradient when forced.
 */
public final class BatchNormalization extends AbstractBlock {
  private static final int CHANNELS = 1;
  private static final float EPSILON = 1e-5f;
  private static final float MOMENTUM = 0.9f;

  private final float epsilon;
  private final float momentum;
  private final Parameter gamma;
  private final Parameter beta;
  private final Parameter mean = parameter("runningMean", Parameter.Type.RUNNING_MEAN, false);
  private final Parameter variance = parameter("runningVar", Parameter.Type.RUNNING_VAR, false);

  /** With ε = 1e-5 and momentum 0.9. */
  public BatchNormalization() {
    this(EPSILON, MOMENTUM);
  }

  /**
   * With the given constants.
   *
   * @param epsilon is added to variances
   * @param momentum share of running statistics that stays at each step
   */
  public BatchNormalization(float epsilon, float momentum) {
    this(epsilon, momentum, true);
  }

  private BatchNormalization(float epsilon, float momentum, boolean learns) {
    this.epsilon = epsilon;
    this.momentum = momentum;
    this.gamma = parameter("gamma", Parameter.Type.GAMMA, learns);
    this.beta = parameter("beta", Parameter.Type.BETA, learns);
  }

  /** Scale stays 1 and shift 0: outputs of a training batch have mean 0 and variance 1. */
  public static BatchNormalization withoutScaleAndShift() {
    return new BatchNormalization(EPSILON, MOMENTUM, false);
  }

  private Parameter parameter(String name, Parameter.Type type, boolean trained) {
    return addParameter(
        Parameter.builder().setName(name).setType(type).optRequiresGrad(trained).build());
  }

  @Override
  protected void prepare(Shape[] inputShapes) {
    Shape channels = new Shape(inputShapes[0].get(CHANNELS));
    parameters.values().forEach(parameter -> parameter.setShape(channels));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    return new NDList(training ? training(store, x) : inference(store, x).apply(x));
  }

  private NDArray training(ParameterStore store, NDArray x) {
    NDArray scale = store.getValue(gamma, x.getDevice(), true);
    NDArray shift = store.getValue(beta, x.getDevice(), true);
    NDArray runningMean = store.getValue(mean, x.getDevice(), true);
    NDArray runningVariance = store.getValue(variance, x.getDevice(), true);
    if (MxNet.owns(x)) {
      return normalized(x, runningMean, runningVariance, scale, shift, momentum);
    }
    NDArray batchMean = x.getManager().zeros(runningMean.getShape());
    NDArray batchVariance = x.getManager().zeros(runningMean.getShape());
    NDArray normalized = normalized(x, batchMean, batchVariance, scale, shift, 0);
    double samples = (double) x.size() / runningMean.size();
    move(runningMean, batchMean, 1);
    // PyTorch takes the sample variance, MXNet the population's; both normalise by the latter
    move(runningVariance, batchVariance, samples > 1 ? (samples - 1) / samples : 1);
    return normalized;
  }

  /** What it does with {@code x} at inference. */
  ChannelAffine inference(ParameterStore store, NDArray x) {
    return new ChannelAffine(
        store.getValue(mean, x.getDevice(), false),
        store.getValue(variance, x.getDevice(), false),
        store.getValue(gamma, x.getDevice(), false),
        store.getValue(beta, x.getDevice(), false),
        epsilon);
  }

  private NDArray normalized(
      NDArray x, NDArray mean, NDArray variance, NDArray scale, NDArray shift, float keep) {
    return x.getNDArrayInternal()
        .batchNorm(x, mean, variance, scale, shift, CHANNELS, keep, epsilon, true)
        .head();
  }

  private void move(NDArray running, NDArray batch, double factor) {
    running.muli(momentum).addi(batch.mul((1 - momentum) * factor));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }
}
