package dev.coffey.plugins.samples;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Tensors;
import java.util.Optional;

/**
 * What the judge of a stage says of a batch.
 *
 * @param metric id of the metric that asks
 * @param tap name of the judge's output
 */
record Judge(String metric, String tap) {
  private static final String MADE = "judge/";
  private static final String REAL = "real/";

  /** Its output on the samples that were made, as rows: (N, d). */
  NDArray made(Tensors outputs) {
    return rows(outputs.find(MADE + tap).orElseThrow(() -> missing(outputs)));
  }

  /** Its output on as many real images, or fewer; none if all were shown. */
  Optional<NDArray> real(Tensors outputs) {
    return outputs.find(REAL + tap).map(Judge::rows);
  }

  private static NDArray rows(NDArray output) {
    return output.reshape(output.getShape().get(0), -1);
  }

  private IllegalArgumentException missing(Tensors outputs) {
    var taps =
        outputs.names().stream()
            .filter(name -> name.startsWith(MADE))
            .map(name -> name.substring(MADE.length()))
            .toList();
    return new IllegalArgumentException(
        taps.isEmpty()
            ? metric
                + " needs a network that judges the samples of a stage; give the stage one, such as"
                + " judge: {stage: NAME}"
            : "%s reads the judge's output '%s', but the judge has %s"
                .formatted(metric, tap, taps));
  }
}
