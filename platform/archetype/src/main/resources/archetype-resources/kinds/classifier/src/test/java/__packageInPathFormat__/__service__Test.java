package ${package};

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Classifier;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.api.contract.ClassifierContract;
import dev.coffey.nn.data.ByteImages;

class ${service}Test extends ClassifierContract {
  @Override
  protected Classifier classifier() {
    return new ${service}();
  }

  @Override
  protected Record options() {
    return new ${stem}Options("x");
  }

  @Override
  protected DataSpec data() {
    return DataSpec.of(new Shape(1, 1, 2), 2);
  }

  @Override
  protected Source train(Run run) {
    byte[] pixels = {100, 10, 90, 0, 10, 100, 0, 80};
    return new ByteImages(run, data(), pixels, new int[] {0, 0, 1, 1}, new long[] {0, 1, 2, 3});
  }
}
