package dev.coffey.nn.onnx;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Writes a block as an ONNX model: float inputs and outputs with a free batch axis.
 *
 * @param inputs name and shape of each input, without the batch axis
 * @param outputs name and shape of each output, in the block's order
 * @param weightNames name of each weight by the uid of its array
 */
public record OnnxExport(
    Map<String, Shape> inputs, Map<String, Shape> outputs, Map<String, String> weightNames) {
  /**
   * Runs {@code block} once on blank samples and writes what it did.
   *
   * @param manager for arrays that may be closed afterwards
   * @throws CannotExport if it does something that ONNX, or this writer, has no operator for
   */
  public void write(Block block, ParameterStore weights, NDManager manager, OutputStream out)
      throws IOException {
    var graph = new OnnxGraph();
    graph.reserve(List.copyOf(outputs.keySet()));
    var trace = new Trace(graph, weightNames);
    NDList given = new NDList();
    inputs.forEach(
        (name, shape) ->
            given.add(
                trace.traced(
                    manager.zeros(new Shape(Trace.BATCH).addAll(shape)),
                    graph.input(name, shape))));
    NDList results = followed(block, weights, given);
    int index = 0;
    for (var output : outputs.entrySet()) {
      graph.output(output.getKey(), trace.name(results.get(index++)), output.getValue());
    }
    graph.writeTo(out);
  }

  private static NDList followed(Block block, ParameterStore weights, NDList given) {
    try {
      return block.forward(weights, given, false);
    } catch (CannotExport reason) {
      throw reason;
    } catch (RuntimeException failure) { // a block may need an engine's own arrays
      throw new CannotExport("its way through a batch cannot be followed: " + failure.getMessage());
    }
  }
}
