package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.nn.block.NamedOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fuses the stages of a student, deep to shallow: what came out of the deeper stages is enlarged to
 * the stage's size and joins it, weighed by attention; one {@link FusedStage} each. Inputs: the
 * stages' feature maps, shallow to deep; outputs: for each a map as large as the teacher's there.
 */
final class Fusion extends AbstractBlock implements NamedOutputs {
  private final List<Shape> teacher;
  private final List<FusedStage> stages = new ArrayList<>();

  /**
   * For these shapes, shallow to deep, (C, H, W) each.
   *
   * @param width channels in which stages are fused
   */
  Fusion(List<Shape> student, List<Shape> teacher, long width) {
    this.teacher = List.copyOf(teacher);
    int deepest = student.size() - 1;
    for (int i = 0; i <= deepest; i++) {
      stages.add(addChildBlock(output(i + 1), new FusedStage(width, teacher.get(i), i < deepest)));
    }
  }

  /** The name of the output for {@code stage}, counted from 1. */
  static String output(int stage) {
    return "fused" + stage;
  }

  @Override
  public List<String> outputNames() {
    return IntStream.rangeClosed(1, stages.size()).mapToObj(Fusion::output).toList();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).initialize(manager, dataType, inputShapes[i]);
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    var outputs = new NDArray[stages.size()];
    NDArray fused = null;
    for (int i = stages.size() - 1; i >= 0; i--) {
      var arrays = fused == null ? new NDList(inputs.get(i)) : new NDList(inputs.get(i), fused);
      var results = stages.get(i).forward(store, arrays, training, params);
      outputs[i] = results.get(0);
      fused = results.get(1);
    }
    return new NDList(outputs);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return teacher.stream()
        .map(shape -> new Shape(inputShapes[0].get(0)).addAll(shape))
        .toArray(Shape[]::new);
  }
}
