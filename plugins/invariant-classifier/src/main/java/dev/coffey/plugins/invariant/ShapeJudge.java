package dev.coffey.plugins.invariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Classifier.Judge;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.EpochMeans;
import java.util.function.UnaryOperator;

/**
 * Trains a network on images {@code x} and labels {@code y}. Who fits it again goes on with what it
 * has learned. Reports {@code train/classifier-loss}, the mean of an epoch, in nats.
 */
final class ShapeJudge implements Judge {
  private static final String GROUP = "classifier";

  private final Run run;
  private final Network network;
  private final InvariantOptions options;

  ShapeJudge(Run run, Network network, InvariantOptions options) {
    this.run = run;
    this.network = network;
    this.options = options;
  }

  @Override
  public void fit(Source train, UnaryOperator<Tensors> features) {
    var means = new EpochMeans();
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      train
          .batches(options.batch(), run.random())
          .forEachRemaining(
              batch -> {
                long samples = batch.get("y").size();
                means.add("train/classifier-loss", samples * learn(batch, features), samples);
              });
      means.drain(run::report);
    }
  }

  /** The arrays of a batch don't outlive it, though all of a fit is one step of the run. */
  private double learn(Tensors batch, UnaryOperator<Tensors> features) {
    try (NDManager manager = run.scratch().newSubManager()) {
      batch.names().forEach(name -> batch.get(name).attach(manager));
      Tensors images = features.apply(batch);
      NDArray labels = batch.get("y").oneHot(run.data().classes(), DataType.FLOAT32);
      return run.update(GROUP, () -> crossEntropy(images, labels), network);
    }
  }

  /** {@code labels}: (N, classes). */
  private NDArray crossEntropy(Tensors images, NDArray labels) {
    NDArray logits = logits(images, Mode.TRAIN);
    return logits.logSoftmax(1).mul(labels).sum(new int[] {1}).mean().neg();
  }

  private NDArray logits(Tensors images, Mode mode) {
    return network.forward(Tensors.of("x", images.get("x")), mode).get("logits");
  }

  @Override
  public Tensors predict(Tensors batch) {
    return Tensors.of("logits", run.infer(() -> logits(batch, Mode.INFER)));
  }
}
