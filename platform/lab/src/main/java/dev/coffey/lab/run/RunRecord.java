package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffey.kernel.catalogue.Offer;
import java.util.List;
import java.util.Map;

/**
 * {@code record.json}: what a run was made of and what came of it; enough to run it again.
 *
 * @param digest digest of {@code identity}, which is everything that can change the result
 * @param status {@code finished} or {@code failed}
 * @param failure why it failed; empty if it didn't
 * @param configuration the layered configuration of the experiment
 * @param plugins all that took part, those that were swapped in included
 * @param swaps versions that were exchanged between epochs; none unless {@code swap: at-epoch}
 * @param resumed steps at which it was resumed after it had been broken off
 * @param teacher the teacher as this run measured it
 * @param metrics test metrics of the last epoch's student
 * @param best test metrics of the student that was best on validation
 * @param student SHA-256 of the exported network
 */
public record RunRecord(
    String coffey,
    String experiment,
    String method,
    long seed,
    String digest,
    String status,
    String failure,
    JsonNode configuration,
    JsonNode identity,
    List<PluginUse> plugins,
    List<Swap> swaps,
    List<Long> resumed,
    Map<String, String> data,
    TeacherUse teacher,
    String engine,
    Machine machine,
    String started,
    Map<String, Double> metrics,
    Map<String, Double> best,
    int bestEpoch,
    String student,
    Cost cost) {
  /** Fills in what records of earlier versions lack. */
  public RunRecord {
    swaps = swaps == null ? List.of() : List.copyOf(swaps);
    resumed = resumed == null ? List.of() : List.copyOf(resumed);
  }

  /** An exchange of versions. {@code epoch}: the last one of {@code from}. */
  public record Swap(int epoch, PluginUse from, PluginUse to) {}

  /** The service a run used, by the bundle that brought it. */
  public record PluginUse(String kind, String id, String version, String bundle, String digest) {
    static PluginUse of(Offer offer) {
      return new PluginUse(
          offer.kind().getSimpleName().toLowerCase(java.util.Locale.ROOT),
          offer.id(),
          offer.version(),
          offer.bundle(),
          offer.digest());
    }
  }

  /**
   * The teacher a run used; all empty where there was none.
   *
   * @param macs multiply-adds of its networks for one sample; 0 if unknown
   * @param imagesPerSecond see {@link Cost}
   * @param validation metrics on the validation split before the run
   * @param test metrics on the test split after it
   */
  public record TeacherUse(
      String name,
      String digest,
      long parameters,
      long macs,
      double imagesPerSecond,
      Map<String, Double> validation,
      Map<String, Double> test) {
    static TeacherUse none() {
      return new TeacherUse("", "", 0, 0, 0, Map.of(), Map.of());
    }
  }

  /**
   * What a run cost.
   *
   * @param seconds wall time of training and evaluation
   * @param peakMemory largest resident size seen at an epoch's end, bytes
   * @param macs multiply-adds of the student for one sample
   * @param imagesPerSecond what the student answers on this machine, in batches as in evaluation;
   *     measured, so never the same again; 0 if unknown
   */
  public record Cost(
      double seconds,
      long steps,
      long peakMemory,
      long parameters,
      long macs,
      double imagesPerSecond) {
    static Cost nothing() {
      return new Cost(0, 0, 0, 0, 0, 0);
    }
  }

  /** Whether the run got to its end. */
  public boolean finished() {
    return status.equals("finished");
  }
}
