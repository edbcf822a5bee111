package dev.coffey.lab.run;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.lab.method.Outputs;
import dev.coffey.lab.result.NetworkCost;
import dev.coffey.nn.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How fast networks answer on this machine: one batch, as large as in evaluation and already in
 * memory, again and again for a second at most. A measurement, which no two runs share.
 */
final class InferenceSpeed {
  private static final int MOST_PASSES = 20;
  private static final long MOST_NANOSECONDS = 1_000_000_000L;

  private final Workspace workspace;
  private final Source source;

  InferenceSpeed(Workspace workspace, Source source) {
    this.workspace = workspace;
    this.source = source;
  }

  /**
   * What {@code networks} cost. The images a second are those of all together: the median of the
   * passes, after one that doesn't count; 0 if none of them reads what the batch has. Freezes them,
   * as they are in use: nothing can be trained afterwards.
   */
  NetworkCost cost(List<Network> networks) {
    return new NetworkCost(
        networks.stream().mapToLong(Network::parameters).sum(),
        networks.stream().mapToLong(Network::multiplyAdds).sum(),
        networks.isEmpty() ? 0 : perSecond(networks));
  }

  private double perSecond(List<Network> networks) {
    networks.forEach(Network::freeze);
    return workspace.step(
        () -> {
          Tensors batch = source.batches(Evaluation.batch(networks), null).next();
          List<Network> shown =
              networks.stream().filter(network -> Outputs.isShown(batch, network)).toList();
          return shown.isEmpty() ? 0 : images(shown.get(0), batch) / median(shown, batch);
        });
  }

  private static long images(Network network, Tensors batch) {
    return batch.get(network.inputs().keySet().iterator().next()).getShape().get(0);
  }

  /** Seconds of a pass. */
  private static double median(List<Network> networks, Tensors batch) {
    pass(networks, batch);
    long end = System.nanoTime() + MOST_NANOSECONDS;
    List<Double> seconds = new ArrayList<>();
    do {
      seconds.add(pass(networks, batch));
    } while (seconds.size() < MOST_PASSES && System.nanoTime() < end);
    return StatUtils.percentile(seconds.stream().mapToDouble(value -> value).toArray(), 50);
  }

  private static double pass(List<Network> networks, Tensors batch) {
    List<NDArray> outputs = new ArrayList<>();
    long start = System.nanoTime();
    for (Network network : networks) {
      Tensors answer = network.forward(batch, Mode.INFER);
      answer.names().forEach(name -> outputs.add(answer.get(name)));
      // engines may answer before they have computed: reading waits
      outputs.get(outputs.size() - 1).toByteBuffer();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    outputs.forEach(NDArray::close);
    return seconds;
  }
}
