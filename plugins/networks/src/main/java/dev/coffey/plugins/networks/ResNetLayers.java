package dev.coffey.plugins.networks;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.Normalize;
import dev.coffey.nn.block.Residual;
import dev.coffey.nn.block.Staged;

/**
 * The residual networks for small images of He, Zhang, Ren, Sun 2015, "Deep Residual Learning for
 * Image Recognition", section 4.2: a 3x3 stem, three stages of basic blocks, each stage after the
 * first at half the resolution with twice the filters, mean pooling, one dense layer.
 *
 * <p>Where the shape changes the shortcut is a 1x1 convolution with batch normalisation, as in
 * RepDistiller (the paper's option B), not the paper's zero padding (option A); resnet-20 has
 * 272,474 parameters on CIFAR-10 that way, 2,752 more than with option A.
 *
 * <p>Taps: {@code stage0} (the stem's output), {@code stage1}, {@code stage2}, {@code stage3}
 * (after the last ReLU of each stage), {@code feature} (pooled), {@code logits}.
 */
final class ResNetLayers {
  private static final int SMALLEST_EDGE = 8;

  private ResNetLayers() {}

  /** {@code id}: the network's name in error messages. */
  static Network build(String id, Run run, ResNetOptions options) {
    var data = run.data();
    ImageInput.of(id, data).atLeast(SMALLEST_EDGE);
    var layers =
        Staged.builder()
            .add(new Normalize(data))
            .add(Layers.convolution(options.width(), 3, 1))
            .add(new BatchNormalization())
            .add(Layers.relu())
            .tap("stage0");
    for (int stage = 1; stage <= 3; stage++) {
      for (int index = 0; index < options.blocksPerStage(); index++) {
        layers.add(basicBlock(options.filters(stage), stage > 1 && index == 0));
      }
      layers.tap("stage" + stage);
    }
    layers.add(Layers.globalMean()).tap("feature");
    layers.add(Layers.dense(data.classes())).tap("logits");
    return run.build("student", layers.build(), data.input());
  }

  private static Block basicBlock(int filters, boolean shrinks) {
    int stride = shrinks ? 2 : 1;
    var main =
        new SequentialBlock()
            .add(Layers.convolution(filters, 3, stride))
            .add(new BatchNormalization())
            .add(Layers.relu())
            .add(Layers.convolution(filters, 3, 1))
            .add(new BatchNormalization());
    return new Residual(main, shrinks ? projection(filters, stride) : Layers.identity());
  }

  private static Block projection(int filters, int stride) {
    return new SequentialBlock()
        .add(Layers.convolution(filters, 1, stride))
        .add(new BatchNormalization());
  }
}
