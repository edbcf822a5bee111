package dev.coffey.plugins.classical;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.NearestUpsampling;
import dev.coffey.nn.block.Staged;

/**
 * From a student's feature map to the size of a teacher's, as in RepDistiller: by a 3x3 convolution
 * of stride 2 if the student's is twice as large, by nearest-pixel upsampling and a 3x3 convolution
 * if it is half as large (a transposed convolution there, which MXNet's binding has wrong), else by
 * a convolution without padding that cuts the surplus off.
 */
final class Regressor {
  private Regressor() {}

  /** {@code student}, {@code teacher}: (C, H, W). Its output is called {@code output}. */
  static Block between(Shape student, Shape teacher, boolean normalize) {
    var layers = Staged.builder();
    long filters = teacher.get(0);
    if (isDouble(student, teacher)) {
      layers.add(Layers.convolution(filters, new Shape(3, 3), 2, 1));
    } else if (isDouble(teacher, student)) {
      layers.add(new NearestUpsampling()).add(Layers.convolution(filters, new Shape(3, 3), 1, 1));
    } else {
      layers.add(Layers.convolution(filters, surplus(student, teacher), 1, 0));
    }
    if (normalize) {
      layers.add(new BatchNormalization()).apply(Activation::relu);
    }
    return layers.tap("output").build();
  }

  private static boolean isDouble(Shape larger, Shape smaller) {
    return larger.get(1) == 2 * smaller.get(1) && larger.get(2) == 2 * smaller.get(2);
  }

  private static Shape surplus(Shape student, Shape teacher) {
    long height = 1 + student.get(1) - teacher.get(1);
    long width = 1 + student.get(2) - teacher.get(2);
    if (height < 1 || width < 1) {
      throw new ShapeMismatch(
          "student must be half as large as teacher, or at least as large, but they are %s and %s"
              .formatted(student, teacher));
    }
    return new Shape(height, width);
  }
}
