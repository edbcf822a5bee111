package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.InstanceNormalization;
import dev.coffey.nn.block.NearestUpsampling;
import dev.coffey.nn.block.Staged;

/**
 * The two forms of a mechanism; both take {@code z}, see {@link Latents}, and start at a quarter of
 * the resolution with twice the filters. Source: Sauer and Geiger 2021 (CGN), networks of their
 * code for MNIST. Theirs share one table of label embeddings; here each has its own, so that it can
 * be exchanged alone.
 */
final class Mechanism {
  /** Output of the shape's mechanism: (N, 1, H, W), in [1e-4, 0.9999]. */
  static final String MASK = "mask";

  /** Output of the others: (N, 3, H, W), in [0, 1]. */
  static final String IMAGE = "image";

  private static final int SHRINKING = 4;
  private static final int COLOURS = 3;
  private static final float SLOPE = 0.2f;
  private static final float LEAST = 1e-4f;
  private static final float MOST = 0.9999f;

  private final CgnOptions options;
  private final LabelEmbedding embedding;
  private final int filters;

  private Mechanism(CgnOptions options, int filters) {
    this.options = options;
    this.filters = filters;
    this.embedding = new LabelEmbedding(latents(options));
  }

  static Latents latents(CgnOptions options) {
    return new Latents(options.latent(), options.classes());
  }

  /** A mask's values, which are never quite 0 or 1: so their entropy has a gradient. */
  static NDArray clamped(NDArray mask) {
    return mask.clip(LEAST, MOST);
  }

  /**
   * Makes masks. There is no sigmoid: the last normalisation leaves mean 0 and variance 1 over an
   * image, so that only a region of half its area at most can reach 1.
   */
  static Block shape(CgnOptions options) {
    var mechanism = new Mechanism(options, options.shapeFilters());
    return mechanism.initialised(
        mechanism
            .start()
            .add(new InstanceNormalization())
            .add(new NearestUpsampling())
            .add(convolution(mechanism.filters, false))
            .add(new BatchNormalization())
            .apply(Mechanism::leaky)
            .add(new InstanceNormalization())
            .add(new NearestUpsampling())
            .add(convolution(1, false))
            .add(new BatchNormalization())
            .apply(Mechanism::leaky)
            .add(new InstanceNormalization())
            .apply(Mechanism::clamped)
            .tap(MASK)
            .build());
  }

  /** Makes textures or backgrounds. */
  static Block texture(CgnOptions options) {
    var mechanism = new Mechanism(options, options.filters());
    return mechanism.initialised(
        mechanism
            .start()
            .add(new NearestUpsampling())
            .add(convolution(2 * mechanism.filters, false))
            .add(new BatchNormalization())
            .apply(Mechanism::leaky)
            .add(new NearestUpsampling())
            .add(convolution(mechanism.filters, false))
            .add(new BatchNormalization())
            .apply(Mechanism::leaky)
            .add(convolution(COLOURS, true))
            .add(new BatchNormalization())
            .apply(x -> Activation.tanh(x).add(1f).mul(0.5f))
            .tap(IMAGE)
            .build());
  }

  /** Dense layer to the first maps. */
  private Staged.Builder start() {
    long edge = options.size() / SHRINKING;
    long maps = 2L * filters;
    return Staged.builder()
        .input(Latents.INPUT)
        .add(embedding)
        .add(Linear.builder().setUnits(maps * edge * edge).build())
        .apply(x -> x.reshape(new Shape(-1, maps, edge, edge)));
  }

  private Block initialised(Block block) {
    options.initialise(block);
    embedding.initialise();
    return block;
  }

  private static Block convolution(int filters, boolean bias) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1))
        .optBias(bias)
        .build();
  }

  private static NDArray leaky(NDArray x) {
    return Activation.leakyRelu(x, SLOPE);
  }
}
