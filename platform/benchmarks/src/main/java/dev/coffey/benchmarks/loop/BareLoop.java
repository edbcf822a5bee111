package dev.coffey.benchmarks.loop;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Tensors;
import dev.coffey.benchmarks.product.Product;
import dev.coffey.nn.file.ArrayFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The loop that DJL's own documentation shows, over the same network: trainer, collector, loss,
 * step. It reads the loss of every batch, as does everybody who wants to see a curve. Batches come
 * from the same source, so that feeding weighs the same on both sides; weights start the same and
 * batches are in the same order, since numbers take different times, too: units that die leave
 * denormal momentum behind.
 */
public final class BareLoop implements Loop {
  private static final Loss CROSS_ENTROPY = Loss.softmaxCrossEntropyLoss();

  private final Model model;
  private final Trainer trainer;
  private final Source images;
  private final int batch;
  private final ScratchRun run = new ScratchRun();
  private Iterator<Tensors> batches;
  private int epoch = 1;

  private BareLoop(Model model, Trainer trainer, Task task) {
    this.model = model;
    this.trainer = trainer;
    this.images = task.images(run.view());
    this.batch = task.batch();
    this.batches = shuffled();
  }

  /** Opens everything for its first step. */
  public static BareLoop open(Product product, Task task) {
    Block block;
    String engine;
    byte[] start;
    try (var workspace = product.workspace(task.data())) {
      block = CapturedBlock.of(product, workspace, task.student());
      start = weights(block);
      engine = workspace.memory().getEngine().getEngineName();
    }
    block.clear();
    Model model = Model.newInstance(task.student(), Device.cpu(), engine);
    model.setBlock(block);
    var sgd =
        Optimizer.sgd()
            .setLearningRateTracker(Tracker.fixed((float) Task.optimizer().lr()))
            .optMomentum((float) Task.optimizer().momentum())
            .build();
    Trainer trainer =
        model.newTrainer(
            new DefaultTrainingConfig(CROSS_ENTROPY)
                .optOptimizer(sgd)
                .optDevices(new Device[] {Device.cpu()}));
    trainer.initialize(new Shape(task.batch()).addAll(task.data().input()));
    var loop = new BareLoop(model, trainer, task);
    loop.set(start);
    return loop;
  }

  private Iterator<Tensors> shuffled() {
    return images.batches(batch, Task.order(epoch));
  }

  @Override
  public void step() {
    if (!batches.hasNext()) {
      epoch++;
      batches = shuffled();
    }
    try (NDManager scratch = trainer.getManager().newSubManager()) {
      run.use(scratch);
      Tensors data = batches.next();
      NDArray loss;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList outputs = trainer.forward(new NDList(data.get("x")));
        NDList logits = new NDList(outputs.get(outputs.size() - 1));
        loss = CROSS_ENTROPY.evaluate(new NDList(data.get("y")), logits);
        collector.backward(loss);
      }
      if (!Float.isFinite(loss.getFloat())) {
        throw new IllegalStateException("the loss became " + loss.getFloat());
      }
      trainer.step();
    }
  }

  /** Writes the weights to nowhere, as our own network does, so that both pay the same for it. */
  @Override
  public void settle() {
    write(arrays(model.getBlock()), OutputStream.nullOutputStream());
  }

  private static byte[] weights(Block block) {
    var out = new ByteArrayOutputStream();
    write(arrays(block), out);
    return out.toByteArray();
  }

  private void set(byte[] weights) {
    try {
      Map<String, ArrayFile.Content> contents = ArrayFile.read(new ByteArrayInputStream(weights));
      arrays(model.getBlock()).forEach((name, array) -> contents.get(name).copyInto(array));
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory is always readable", impossible);
    }
  }

  private static Map<String, NDArray> arrays(Block block) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    block.getParameters().forEach(entry -> arrays.put(entry.getKey(), entry.getValue().getArray()));
    return arrays;
  }

  private static void write(Map<String, NDArray> arrays, OutputStream out) {
    try {
      ArrayFile.write(out, arrays);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory is always writable", impossible);
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
