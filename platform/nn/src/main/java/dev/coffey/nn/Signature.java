package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.NamedOutputs;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Inputs and named outputs of a block. */
record Signature(List<Shape> inputs, Map<String, Shape> taps) {
  private static final String ONLY_INPUT = "x";

  Signature {
    inputs = List.copyOf(inputs);
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
    return new Signature(List.of(perSampleInput), taps);
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

  /** Shapes of the inputs by the names that a file gives them. */
  Map<String, Shape> inputsByName() {
    Map<String, Shape> named = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      named.put(inputs.size() == 1 ? ONLY_INPUT : ONLY_INPUT + (i + 1), inputs.get(i));
    }
    return named;
  }

  NDList inputs(String role, Tensors in) {
    NDList arrays = new NDList();
    if (inputs.size() == 1) {
      arrays.add(in.get(ONLY_INPUT));
    } else {
      in.names().forEach(name -> arrays.add(in.get(name)));
    }
    if (arrays.size() != inputs.size()) {
      throw new IllegalArgumentException(
          "network '%s' has %d inputs, but was given %s"
              .formatted(role, inputs.size(), in.names()));
    }
    for (int i = 0; i < inputs.size(); i++) {
      check(role, inputs.get(i), arrays.get(i));
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
