package ${package};

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import dev.coffey.nn.block.Normalize;
import dev.coffey.nn.block.Staged;
import java.util.List;

/**
 * Two 3x3 convolutions, each with ReLU and 2x2 maximum pooling, and one dense layer. For labelled
 * images, (C, H, W), of at least 4x4 pixels. Taps: {@code stage1}, (F, H/2, W/2); {@code stage2},
 * (2F, H/4, W/4); {@code logits}, (classes).
 */
final class ${service} implements Student {
  @Override
  public Class<${stem}Options> options() {
    return ${stem}Options.class;
  }

  @Override
  public List<Network> open(Run run) {
    var data = run.data();
    if (data.input().dimension() != 3 || data.classes() < 1) {
      throw new IllegalArgumentException(
          "${artifactId} needs labelled images, but the data is %s in %d classes"
              .formatted(data.input(), data.classes()));
    }
    int filters = run.options(${stem}Options.class).filters();
    Block layers =
        Staged.builder()
            .add(new Normalize(data))
            .add(convolution(filters))
            .apply(Activation::relu)
            .add(halvingMaxPool())
            .tap("stage1")
            .add(convolution(2 * filters))
            .apply(Activation::relu)
            .add(halvingMaxPool())
            .tap("stage2")
            .apply(x -> x.reshape(x.getShape().get(0), -1))
            .add(Linear.builder().setUnits(data.classes()).build())
            .tap("logits")
            .build();
    return List.of(run.build("student", layers, data.input()));
  }

  private static Block convolution(int filters) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1))
        .build();
  }

  private static Block halvingMaxPool() {
    return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
  }
}
