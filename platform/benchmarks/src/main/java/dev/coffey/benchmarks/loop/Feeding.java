package dev.coffey.benchmarks.loop;

import dev.coffey.api.Dataset;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Tensors;
import dev.coffey.benchmarks.product.Product;
import dev.coffey.nn.Workspace;
import java.util.Iterator;

/** Makes the batches of MNIST's training split and does nothing with them. */
public final class Feeding implements AutoCloseable {
  private final Workspace workspace;
  private final Source source;
  private final int batch;
  private Iterator<Tensors> batches;
  private int epoch;

  /** {@code batch}: samples a batch. */
  public Feeding(Product product, int batch) {
    this.workspace = product.workspace(null);
    this.batch = batch;
    workspace.stage("feed", 1);
    source =
        product.service(Dataset.class, "mnist").open(Product.view(workspace, "dataset"), "train");
    batches = shuffled();
  }

  private Iterator<Tensors> shuffled() {
    epoch++;
    return source.batches(batch, workspace.random("order/epoch-" + epoch));
  }

  /** Makes the next batch; gives its first pixel, for which the engine must have finished it. */
  public float next() {
    if (!batches.hasNext()) {
      batches = shuffled();
    }
    return workspace.step(() -> batches.next().get("x").getFloat(0, 0, 0, 0));
  }

  @Override
  public void close() {
    workspace.close();
  }
}
