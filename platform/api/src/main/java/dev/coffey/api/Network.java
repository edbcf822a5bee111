package dev.coffey.api;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Stability.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A module with named inputs and named outputs ("taps"), whose arrays live as long as its run. Not
 * implemented by plugins: {@link Training#build} makes one from a DJL block.
 */
@ProviderType
@Stability(Level.STABLE)
public interface Network {
  /** What it is in its run: {@code teacher}, {@code student}, {@code discriminator}, … */
  String role();

  /**
   * Input name → shape of one sample (without the batch axis): {@code x}, or the names the block
   * gives. The platform shows a batch to the networks whose inputs it has.
   *
   * @since 1.3
   */
  Map<String, Shape> inputs();

  /** Output name → shape of one sample (without the batch axis), shallow outputs first. */
  Map<String, Shape> taps();

  /** Trainable parameters, running statistics not counted. */
  long parameters();

  /** Multiply-adds of one sample's forward pass in convolutions and dense layers. */
  long multiplyAdds();

  /**
   * Runs the network on the entries of {@code in} that {@link #inputs} names; where the block has
   * several inputs without names, on all entries in their order. Gradients flow if and only if
   * called inside {@link Training#update} or {@link Training#gradient}; a network in {@link
   * Mode#INFER} is differentiable there, too. The outputs belong to the manager of the input.
   */
  Tensors forward(Tensors in, Mode mode);

  /** Stops training of this network's parameters; inputs still get gradients. Returns this. */
  Network freeze();

  /** A frozen deep copy, with the same running statistics. */
  Network shadow();

  /**
   * Moves towards {@code source}: every parameter and running statistic becomes {@code keep·this +
   * (1 − keep)·source}. {@code keep}: in [0, 1]; 0 copies. Not inside an update.
   */
  void follow(Network source, double keep);

  /** Writes parameters and running statistics. The stream stays open. */
  void save(OutputStream out) throws IOException;

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws IOException if the stream ends early or belongs to a network of other names or shapes;
   *     this network is then unchanged
   */
  void load(InputStream in) throws IOException;
}
