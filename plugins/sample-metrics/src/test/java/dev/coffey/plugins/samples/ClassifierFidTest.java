package dev.coffey.plugins.samples;

import static dev.coffey.plugins.samples.Judgements.features;
import static dev.coffey.plugins.samples.Judgements.figures;
import static dev.coffey.plugins.samples.Judgements.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ClassifierFidTest extends MetricContract {
  private static final String ID = "classifier-fid";
  private static final Record OPTIONS = new FeatureOptions("feature");

  @Override
  protected Metric metric() {
    return new ClassifierFid();
  }

  @Override
  protected String id() {
    return ID;
  }

  @Override
  protected Record options() {
    return OPTIONS;
  }

  @Override
  protected Tensors outputs(Run run) {
    return features(run.scratch());
  }

  @Test
  void samplesThatAreTheImagesHaveNone() {
    assertThat(
            fid(
                manager ->
                    Tensors.of("judge/feature", normal(manager, 5, 1))
                        .with("real/feature", normal(manager, 5, 1))))
        .containsEntry(ID + "/samples", 5.0)
        .containsEntry(ID + "/real", 5.0)
        .containsEntry(ID + "/dimensions", 3.0)
        .hasEntrySatisfying(ID, value -> assertThat(value).isCloseTo(0, within(1e-6)));
  }

  @Test
  void anAffineChangeOfTheFeaturesChangesNothing() {
    double plain = fid(Judgements::features).get(ID);
    double changed = fid(manager -> map(features(manager), 1000, 7)).get(ID);

    assertThat(changed).isCloseTo(plain, within(1e-3 * plain));
  }

  @Test
  void aFeatureThatNoImageHasIsOnlyShifted() {
    // real: 0, 0, 0; made: 0, 1, 2 of mean 1 and variance 1
    assertThat(
            fid(
                manager ->
                    Tensors.of("judge/feature", column(manager, 0, 1, 2))
                        .with("real/feature", column(manager, 0, 0, 0))))
        .hasEntrySatisfying(ID, value -> assertThat(value).isCloseTo(2, within(1e-8)));
  }

  @Test
  void whenImagesEndTheyAreFewer() {
    assertThat(
            fid(
                Judgements::features,
                manager -> Tensors.of("judge/feature", normal(manager, 4, 8))))
        .containsEntry(ID + "/samples", 9.0)
        .containsEntry(ID + "/real", 5.0);
  }

  @Test
  void featureMapsAreTakenAsVectors() {
    assertThat(
            fid(
                manager ->
                    Tensors.of("judge/feature", manager.ones(new Shape(3, 2, 2, 2)))
                        .with("real/feature", manager.ones(new Shape(3, 2, 2, 2)))))
        .containsEntry(ID, 0.0)
        .containsEntry(ID + "/dimensions", 8.0);
  }

  @Test
  void whoHasNoJudgeIsToldHowToGetOne() {
    assertThatThrownBy(() -> fid(manager -> Tensors.of("batch/x", manager.ones(new Shape(3, 2)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "classifier-fid needs a network that judges the samples of a stage; give the stage one,"
                + " such as judge: {stage: NAME}");
  }

  @Test
  void aJudgeWithoutTheOutputIsNamedWithThoseItHas() {
    assertThatThrownBy(
            () -> fid(manager -> Tensors.of("judge/logits", manager.ones(new Shape(3, 2)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "classifier-fid reads the judge's output 'feature', but the judge has [logits]");
  }

  @Test
  void whereThereAreNoImagesNothingCanBeCompared() {
    assertThatThrownBy(
            () -> fid(manager -> Tensors.of("judge/feature", manager.ones(new Shape(3, 2)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is nothing in it that the judge reads");
  }

  @Test
  void moreFeaturesThanCanBeHandledAreRefused() {
    assertThatThrownBy(
            () -> fid(manager -> Tensors.of("judge/feature", manager.ones(new Shape(1, 2049)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("takes up to 2048 features");
  }

  private static Tensors map(Tensors features, float factor, float summand) {
    Tensors changed = Tensors.empty();
    for (String name : features.names()) {
      changed = changed.with(name, features.get(name).mul(factor).add(summand));
    }
    return changed;
  }

  private static NDArray column(NDManager manager, float... values) {
    return manager.create(values, new Shape(values.length, 1));
  }

  @SafeVarargs
  private static Map<String, Double> fid(Function<NDManager, Tensors>... batches) {
    return figures(new ClassifierFid(), OPTIONS, batches);
  }
}
