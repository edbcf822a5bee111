package dev.coffey.nn;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.core.Linear;

/** Counts the multiply-adds of an initialised block, whose shapes are those of a batch of one. */
final class ForwardCost {
  private ForwardCost() {}

  static long multiplyAdds(Block block) {
    long own = 0;
    if (block instanceof Convolution convolution) {
      Shape output = convolution.getOutputShapes(convolution.getInputShapes())[0];
      own = weightSize(block) * output.slice(2).size();
    } else if (block instanceof Linear linear) {
      Shape input = linear.getInputShapes()[0];
      own = weightSize(block) * input.slice(0, input.dimension() - 1).size();
    }
    return own + block.getChildren().values().stream().mapToLong(ForwardCost::multiplyAdds).sum();
  }

  private static long weightSize(Block block) {
    return block.getDirectParameters().get("weight").getArray().size();
  }
}
