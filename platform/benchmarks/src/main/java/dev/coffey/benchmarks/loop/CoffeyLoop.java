package dev.coffey.benchmarks.loop;

import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.benchmarks.product.Product;
import dev.coffey.nn.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Trains as the lab's training loop does, through the product's own services. */
public final class CoffeyLoop implements Loop {
  static final long STEPS_OF_THE_STAGE = 1_000_000;

  private final Workspace workspace;
  private final Source images;
  private final int batch;
  private final Network student;
  private final Procedure procedure;
  private Iterator<Tensors> batches;
  private int epoch = 1;
  private long step;

  CoffeyLoop(Workspace workspace, Task task, Network student, Procedure procedure) {
    this.workspace = workspace;
    this.images = task.images(Product.view(workspace, "dataset"));
    this.batch = task.batch();
    this.student = student;
    this.procedure = procedure;
    this.batches = shuffled();
  }

  private Iterator<Tensors> shuffled() {
    workspace.advance(epoch, step);
    return images.batches(batch, Task.order(epoch));
  }

  @Override
  public void step() {
    if (!batches.hasNext()) {
      workspace.step(
          () -> {
            procedure.endEpoch();
            return null;
          });
      epoch++;
      batches = shuffled();
    }
    workspace.step(
        () -> {
          procedure.step(batches.next());
          return null;
        });
    step++;
    workspace.advance(epoch, step);
  }

  @Override
  public void settle() {
    try {
      student.save(OutputStream.nullOutputStream());
    } catch (IOException impossible) {
      throw new UncheckedIOException("nowhere is always writable", impossible);
    }
  }

  @Override
  public void close() {
    workspace.close();
  }
}
