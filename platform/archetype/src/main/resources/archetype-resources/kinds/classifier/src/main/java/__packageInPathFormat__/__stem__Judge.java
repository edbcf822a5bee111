package ${package};

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Classifier.Judge;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.function.UnaryOperator;

/** Keeps one mean a class, (K, D), outside the step's arrays: it must outlive the fit. */
final class ${stem}Judge implements Judge {
  private static final int BATCH = 256;

  private final Run run;
  private final String tensor;
  private float[] means = {};
  private int classes;

  /** {@code tensor}: name of the features. */
  ${stem}Judge(Run run, String tensor) {
    this.run = run;
    this.tensor = tensor;
  }

  @Override
  public void fit(Source train, UnaryOperator<Tensors> features) {
    classes = train.spec().classes();
    means = new float[0];
    float[] counts = new float[classes];
    var batches = train.batches(BATCH, null);
    while (batches.hasNext()) {
      Tensors batch = batches.next();
      NDArray oneHot = batch.get("y").oneHot(classes);
      add(oneHot.transpose().matMul(vectors(features.apply(batch))).toFloatArray());
      float[] seen = oneHot.sum(new int[] {0}).toFloatArray();
      for (int label = 0; label < classes; label++) {
        counts[label] += seen[label];
      }
    }
    int size = means.length / classes;
    for (int i = 0; i < means.length; i++) {
      means[i] /= Math.max(1, counts[i / size]);
    }
  }

  private void add(float[] sums) {
    if (means.length == 0) {
      means = new float[sums.length];
    }
    for (int i = 0; i < sums.length; i++) {
      means[i] += sums[i];
    }
  }

  @Override
  public Tensors predict(Tensors batch) {
    NDArray m = run.scratch().create(means, new Shape(classes, means.length / classes));
    // −‖f − m‖² without ‖f‖², which is the same for all classes
    NDArray logits =
        vectors(batch)
            .matMul(m.transpose())
            .mul(2)
            .sub(m.square().sum(new int[] {1}).reshape(1, classes));
    return Tensors.of("logits", logits);
  }

  private NDArray vectors(Tensors features) {
    NDArray f = features.get(tensor);
    return f.reshape(f.getShape().get(0), -1);
  }
}
