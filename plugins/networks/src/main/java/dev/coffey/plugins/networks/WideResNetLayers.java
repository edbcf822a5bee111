package dev.coffey.plugins.networks;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.Dropout;
import dev.coffey.nn.block.Normalize;
import dev.coffey.nn.block.Residual;
import dev.coffey.nn.block.Staged;

/**
 * Wide residual networks, Zagoruyko, Komodakis 2016: normalisation and ReLU come before each
 * convolution; three stages with 16k, 32k, 64k filters; the first block of a stage has a 1x1
 * convolution as its shortcut where the number of filters changes.
 *
 * <p>Taps, as in RepDistiller: {@code stage0} (the stem's output), {@code stage1}, {@code stage2},
 * {@code stage3} (the sums that leave each stage, not yet activated), {@code feature} (normalised,
 * activated and pooled), {@code logits}.
 */
final class WideResNetLayers {
  private static final int STEM = 16;
  private static final int SMALLEST_EDGE = 8;

  private WideResNetLayers() {}

  /** {@code id}: the network's name in error messages. */
  static Network build(String id, Run run, WideResNetOptions options) {
    var data = run.data();
    ImageInput.of(id, data).atLeast(SMALLEST_EDGE);
    var layers =
        Staged.builder().add(new Normalize(data)).add(Layers.convolution(STEM, 3, 1)).tap("stage0");
    int channels = STEM;
    for (int stage = 1; stage <= 3; stage++) {
      int filters = options.filters(stage);
      for (int index = 0; index < options.blocksPerStage(); index++) {
        int stride = stage > 1 && index == 0 ? 2 : 1;
        layers.add(block(filters, stride, channels != filters, options.dropout()));
        channels = filters;
      }
      layers.tap("stage" + stage);
    }
    layers.add(activation()).add(Layers.globalMean()).tap("feature");
    layers.add(Layers.dense(data.classes())).tap("logits");
    return run.build("student", layers.build(), data.input());
  }

  private static Block block(int filters, int stride, boolean projects, double dropout) {
    var main = main(filters, stride, dropout);
    // Where the shape changes, the shortcut starts from the activated input, too.
    return projects
        ? activation().add(Residual.sum(main, Layers.convolution(filters, 1, stride)))
        : Residual.sum(activation().add(main), Layers.identity());
  }

  private static Block main(int filters, int stride, double dropout) {
    var main = new SequentialBlock().add(Layers.convolution(filters, 3, stride)).add(activation());
    if (dropout > 0) {
      main.add(new Dropout((float) dropout));
    }
    return main.add(Layers.convolution(filters, 3, 1));
  }

  private static SequentialBlock activation() {
    return new SequentialBlock().add(new BatchNormalization()).add(Layers.relu());
  }
}
