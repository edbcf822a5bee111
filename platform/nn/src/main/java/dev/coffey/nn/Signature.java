package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.NamedInputs;
import dev.coffey.nn.block.NamedOutputs;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Named inputs and outputs of a block.
 *
 * @param ordered whether inputs are told apart by their order alone: several, without names
 */
record Signature(Map<String, Shape> inputs, boolean ordered, Map<String, Shape> taps) {
  private static final String ONLY_INPUT = "x";

  Signature {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    taps = Collections.unmodifiableMap(new LinkedHashMap<>(taps));
  }

  /** The signature of an initialised block. */
  static Signature of(Block block, Shape... perSampleInput) {
    Shape[] outputs = block.getOutputShapes(batches(perSampleInput));
    List<String> names = names(block, outputs.length);
    Map<String, Shape> taps = new LinkedHashMap<>();
    for (int i = 0; i < outputs.length; i++) {
      taps.put(names.get(i), outputs[i].slice(1));
    }
    Map<String, Shape> inputs = new LinkedHashMap<>();
    for (int i = 0; i < perSampleInput.length; i++) {
      inputs.put(inputName(block, i, perSampleInput.length), perSampleInput[i]);
    }
    boolean ordered = perSampleInput.length > 1 && !(block instanceof NamedInputs);
    return new Signature(inputs, ordered, taps);
  }

  private static String inputName(Block block, int index, int count) {
    if (block instanceof NamedInputs named) {
      return named.inputNames().get(index);
    }
    return count == 1 ? ONLY_INPUT : ONLY_INPUT + (index + 1);
  }

  /** Shapes of a batch of one. */
  static Shape[] batches(Shape... perSampleInput) {
    Shape[] shapes = new Shape[perSampleInput.length];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = new Shape(1).addAll(perSampleInput[i]);
    }
    return shapes;
  }

  private static List<String> names(Block block, int count) {
    if (block instanceof NamedOutputs named) {
      return named.outputNames();
    }
    return count == 1
        ? List.of("output")
        : IntStream.rangeClosed(1, count).mapToObj(i -> "output" + i).toList();
  }

  NDList inputs(String role, Tensors in) {
    NDList arrays = new NDList();
    Iterable<String> names = ordered ? in.names() : inputs.keySet();
    names.forEach(name -> arrays.add(in.get(name)));
    if (arrays.size() != inputs.size()) {
      throw new IllegalArgumentException(
          "network '%s' has %d inputs, but was given %s"
              .formatted(role, inputs.size(), in.names()));
    }
    int index = 0;
    for (Shape shape : inputs.values()) {
      check(role, shape, arrays.get(index++));
    }
    return arrays;
  }

  /** Rank and channels must fit; a fully convolutional network takes images of other sizes. */
  private static void check(String role, Shape perSample, NDArray array) {
    Shape actual = array.getShape();
    boolean fits =
        actual.dimension() == perSample.dimension() + 1
            && (perSample.dimension() == 0 || actual.get(1) == perSample.get(0));
    if (!fits) {
      throw new ShapeMismatch(
          "network '%s' takes batches of %s, but was given %s".formatted(role, perSample, actual));
    }
  }

  Tensors outputs(NDList arrays) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    int i = 0;
    for (String name : taps.keySet()) {
      named.put(name, arrays.get(i++));
    }
    return Tensors.of(named);
  }
}
