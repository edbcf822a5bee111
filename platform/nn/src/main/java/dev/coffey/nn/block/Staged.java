package dev.coffey.nn.block;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Blocks one after the other, some of whose outputs have names. Input: what the first block takes.
 * Outputs: one for each tap, in order.
 *
 * <pre>{@code
 * Staged.builder()
 *     .add(convolution).add(Activation::relu).tap("stage1")
 *     .add(Blocks.batchFlattenBlock()).add(dense).tap("logits")
 *     .build();
 * }</pre>
 */
public final class Staged extends AbstractBlock implements NamedInputs, NamedOutputs {
  /** Name of each tap → number of the block whose output it is. */
  private final Map<String, Integer> taps;

  private final String input;

  private Staged(Builder builder) {
    taps = new LinkedHashMap<>(builder.taps);
    input = builder.input;
    for (Block block : builder.blocks) {
      addChildBlock(block.getClass().getSimpleName(), block);
    }
  }

  /** Starts a sequence. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public List<String> inputNames() {
    return List.of(input);
  }

  @Override
  public List<String> outputNames() {
    return List.copyOf(taps.keySet());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDList outputs = new NDList();
    NDList current = inputs;
    for (int i = 0; i < children.size(); i++) {
      current = children.valueAt(i).forward(parameterStore, current, training, params);
      if (taps.containsValue(i)) {
        outputs.add(current.singletonOrThrow());
      }
    }
    return outputs;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    Shape[] shapes = inputShapes;
    for (Block child : children.values()) {
      child.initialize(manager, dataType, shapes);
      shapes = child.getOutputShapes(shapes);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    List<Shape> outputs = new ArrayList<>();
    Shape[] shapes = inputShapes;
    for (int i = 0; i < children.size(); i++) {
      shapes = children.valueAt(i).getOutputShapes(shapes);
      if (taps.containsValue(i)) {
        outputs.add(shapes[0]);
      }
    }
    return outputs.toArray(new Shape[0]);
  }

  /** Collects blocks and taps. */
  public static final class Builder {
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Integer> taps = new LinkedHashMap<>();
    private String input = "x";

    private Builder() {}

    /** Names what the first block takes; {@code x} unless named. */
    public Builder input(String name) {
      input = requireNonNull(name, "name is null");
      return this;
    }

    /** Appends a block. */
    public Builder add(Block block) {
      blocks.add(requireNonNull(block, "block is null"));
      return this;
    }

    /** Appends a function without parameters, such as {@code Activation::relu}. */
    public Builder add(Function<NDList, NDList> function) {
      return add(new FunctionBlock(function));
    }

    /** Appends a function of one array. */
    public Builder apply(Function<NDArray, NDArray> function) {
      return add(arrays -> new NDList(function.apply(arrays.singletonOrThrow())));
    }

    /** Names the output of the block added last. */
    public Builder tap(String name) {
      if (blocks.isEmpty()) {
        throw new IllegalStateException("the tap '%s' has no block before it".formatted(name));
      }
      int last = blocks.size() - 1;
      if (taps.containsKey(name) || taps.containsValue(last)) {
        throw new IllegalStateException(
            "the tap '%s' must have a new name and a block of its own; there are %s"
                .formatted(name, taps.keySet()));
      }
      taps.put(name, last);
      return this;
    }

    /** Makes the block; its last output must have a name. */
    public Staged build() {
      if (!taps.containsValue(blocks.size() - 1)) {
        throw new IllegalStateException("the last block's output has no name; call tap");
      }
      return new Staged(this);
    }
  }
}
