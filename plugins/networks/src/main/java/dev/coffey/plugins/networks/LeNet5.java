package dev.coffey.plugins.networks;

import ai.djl.nn.Parameter;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.Normalize;
import dev.coffey.nn.block.Staged;
import java.util.List;

/**
 * LeNet-5 as distillation papers use it: three 5x5 convolutions, ReLU, 2x2 max pooling, two dense
 * layers, weights from Glorot's rule. Images of 28x28 pixels are padded to 32x32 by the first
 * convolution. Taps: {@code stage1} (after the first pooling, 14x14), {@code stage2} (after the
 * second, 5x5), {@code feature} (the third convolution's output as a vector), {@code logits}.
 *
 * <p>Sources: LeCun, Bottou, Bengio, Haffner 1998, section II.B, for the layers; Chen et al. 2019,
 * "Data-Free Learning of Student Networks", for ReLU, max pooling and the half version.
 *
 * @param id its name in experiments
 * @param first filters of the first convolution
 * @param second filters of the second convolution
 * @param feature filters of the third convolution
 * @param hidden units of the first dense layer
 */
record LeNet5(String id, int first, int second, int feature, int hidden) implements Student {
  /** The full network: 61,706 parameters on MNIST. */
  static final LeNet5 FULL = new LeNet5("lenet5", 6, 16, 120, 84);

  /** Half as many filters and units: 15,738 parameters on MNIST. */
  static final LeNet5 HALF = new LeNet5("lenet5-half", 3, 8, 60, 42);

  private static final long ORIGINAL_EDGE = 32;

  @Override
  public List<Network> open(Run run) {
    var data = run.data();
    var block =
        Staged.builder()
            .add(new Normalize(data))
            .add(Layers.fiveByFive(first, padding(ImageInput.of(id, data))))
            .add(Layers.relu())
            .add(Layers.halvingMaxPool())
            .tap("stage1")
            .add(Layers.fiveByFive(second, 0))
            .add(Layers.relu())
            .add(Layers.halvingMaxPool())
            .tap("stage2")
            .add(Layers.fiveByFive(feature, 0))
            .add(Layers.relu())
            .add(Layers.flatten())
            .tap("feature")
            .add(Layers.dense(hidden))
            .add(Layers.relu())
            .add(Layers.dense(data.classes()))
            .tap("logits")
            .build();
    // fan-ins this small would kill too many units under He's rule
    block.setInitializer(Initial.xavier(), Parameter.Type.WEIGHT);
    return List.of(run.build("student", block, data.input()));
  }

  private static long padding(ImageInput input) {
    long edge = input.height();
    if (input.width() != edge || (edge != 28 && edge != ORIGINAL_EDGE)) {
      throw input.refused("needs images of 28x28 or 32x32 pixels");
    }
    return (ORIGINAL_EDGE - edge) / 2;
  }
}
