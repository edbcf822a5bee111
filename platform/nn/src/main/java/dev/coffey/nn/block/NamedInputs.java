package dev.coffey.nn.block;

import java.util.List;

/**
 * A block whose inputs have names: the entries of a batch that its network reads. The one input of
 * any other block is called {@code x}.
 */
public interface NamedInputs {
  /** One name for each input, in the order of the inputs. */
  List<String> inputNames();
}
