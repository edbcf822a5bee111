package dev.coffey.nn.model;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.nn.block.NamedInputs;
import dev.coffey.nn.block.NamedOutputs;
import java.util.List;

/**
 * A network from a file, for inference only: it has no parameters of its own and passes no
 * gradients. Input: one batch of samples that have as many values as the file's input. Outputs: one
 * for each tap. Where the file's engine isn't that of the input, values cross as floats, a batch at
 * a time.
 */
public final class FileBlock extends AbstractBlock
    implements NamedInputs, NamedOutputs, AutoCloseable {
  private final NetworkFile file;
  private final Model model;
  private final ParameterStore store;
  private final Shape input;
  private final List<Shape> outputs;

  FileBlock(NetworkFile file, Model model, Shape input, List<Shape> outputs) {
    this.file = file;
    this.model = model;
    this.store = new ParameterStore(model.getNDManager(), false);
    this.input = input;
    this.outputs = List.copyOf(outputs);
  }

  /** The file it is from. */
  public String fileName() {
    return file.name();
  }

  @Override
  public List<String> inputNames() {
    return List.of(file.reads());
  }

  @Override
  public List<String> outputNames() {
    return file.outputs();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    NDManager manager = x.getManager();
    Shape batch = new Shape(x.getShape().get(0)).addAll(input);
    NDList outputs =
        manager.getEngine() == model.getNDManager().getEngine()
            ? model.getBlock().forward(store, new NDList(x.reshape(batch)), false)
            : across(x, batch, manager);
    return file.range().map(range -> range.toUnit(outputs)).orElse(outputs);
  }

  private NDList across(NDArray x, Shape batch, NDManager manager) {
    try (NDManager inner = model.getNDManager().newSubManager()) {
      NDArray there = inner.create(x.toByteBuffer(), batch, DataType.FLOAT32);
      NDList results = new NDList();
      for (NDArray result : model.getBlock().forward(store, new NDList(there), false)) {
        results.add(owned(manager, result));
      }
      return results;
    }
  }

  /** Some engines would go on to use the memory of the array or buffer that they are given. */
  private static NDArray owned(NDManager manager, NDArray result) {
    try (NDArray shared = manager.create(result.toFloatArray(), result.getShape())) {
      return shared.duplicate();
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return outputs.stream()
        .map(output -> new Shape(inputShapes[0].get(0)).addAll(output))
        .toArray(Shape[]::new);
  }

  @Override
  public void close() {
    model.close();
  }
}
