package dev.coffey.it;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A generator with random weights as an MXNet symbol with its parameters, as MXNet's own tools
 * write them: a dense layer from (N, inputs), an activation, images (N, channels, edge, edge).
 */
record SymbolFile(int inputs, int channels, int edge, String activation, long seed) {
  private static final String SYMBOL =
      """
      {"nodes": [
        {"op": "null", "name": "data", "inputs": []},
        {"op": "null", "name": "fc_weight", "inputs": []},
        {"op": "null", "name": "fc_bias", "inputs": []},
        {"op": "FullyConnected", "name": "fc", "attrs": {"num_hidden": "%d"},
         "inputs": [[0, 0, 0], [1, 0, 0], [2, 0, 0]]},
        {"op": "Activation", "name": "act", "attrs": {"act_type": "%s"}, "inputs": [[3, 0, 0]]},
        {"op": "Reshape", "name": "image", "attrs": {"shape": "(-1, %d, %d, %d)"},
         "inputs": [[4, 0, 0]]}],
       "arg_nodes": [0, 1, 2],
       "node_row_ptr": [0, 1, 2, 3, 4, 5, 6],
       "heads": [[5, 0, 0]],
       "attrs": {"mxnet_version": ["int", 10900]}}
      """;

  /** Writes {@code NAME-symbol.json} and {@code NAME-0000.params}. */
  void write(Path folder, String name) throws IOException {
    Files.writeString(
        folder.resolve(name + "-symbol.json"),
        SYMBOL.formatted(pixels(), activation, channels, edge, edge));
    Files.write(folder.resolve(name + "-0000.params"), parameters());
  }

  private int pixels() {
    return channels * edge * edge;
  }

  /** MXNet's list of named arrays (src/ndarray/ndarray.cc, version 2 of an array). */
  private byte[] parameters() {
    var random = new SplittableRandom(seed);
    ByteBuffer out =
        ByteBuffer.allocate(256 + Float.BYTES * pixels() * (inputs + 1))
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(0x112).putLong(0).putLong(2);
    array(out, random, pixels(), inputs);
    array(out, random, pixels());
    out.putLong(2);
    for (String name : List.of("arg:fc_weight", "arg:fc_bias")) {
      out.putLong(name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  private static void array(ByteBuffer out, SplittableRandom random, int... shape) {
    out.putInt(0xF993FAC9).putInt(0).putInt(shape.length);
    int size = 1;
    for (int length : shape) {
      out.putLong(length);
      size *= length;
    }
    out.putInt(1).putInt(0).putInt(0); // CPU 0, float32
    for (int i = 0; i < size; i++) {
      out.putFloat((float) random.nextGaussian());
    }
  }
}
