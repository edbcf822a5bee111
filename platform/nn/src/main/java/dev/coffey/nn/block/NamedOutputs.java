package dev.coffey.nn.block;

import java.util.List;

/** A block whose outputs have names: the taps of the network that is built of it. */
public interface NamedOutputs {
  /** One name for each output, in the order of the outputs. */
  List<String> outputNames();
}
