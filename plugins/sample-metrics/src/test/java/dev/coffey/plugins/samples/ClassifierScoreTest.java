package dev.coffey.plugins.samples;

import static dev.coffey.plugins.samples.Judgements.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifierScoreTest extends MetricContract {
  private static final String ID = "classifier-score";
  private static final float[][] SURE = {{100, -100}, {100, -100}, {100, -100}, {-100, 100}};

  @Override
  protected Metric metric() {
    return new ClassifierScore();
  }

  @Override
  protected String id() {
    return ID;
  }

  @Override
  protected Record options() {
    return new ScoreOptions(2);
  }

  @Override
  protected Tensors outputs(Run run) {
    return logits(run.scratch(), new float[][] {{1, 2, 0}, {0, 0, 3}, {-1, 0, 1}, {2, 0, 0}});
  }

  @Test
  void differentClassesOfWhichAJudgeIsSureAreAsManyAsTheScore() {
    assertThat(score(row(1, 0), row(0, 1))).isCloseTo(2, within(1e-8));
  }

  @Test
  void aJudgeThatKnowsNothingGivesOne() {
    assertThat(score(row(.5, .5), row(.5, .5))).isCloseTo(1, within(1e-8));
  }

  @Test
  void betweenTheTwo() {
    assertThat(score(row(.9, .1), row(.1, .9))).isCloseTo(1.4449348112, within(1e-8));
    assertThat(score(row(.7, .3), row(.6, .4))).isCloseTo(1.0055238550, within(1e-8));
  }

  @Test
  void classesThatNeverComeCountNothing() {
    double expected = Math.exp((Math.log(3) + 2 * Math.log(1.5)) / 3);

    assertThat(score(row(1, 0, 0), row(0, 1, 0), row(0, 1, 0))).isCloseTo(expected, within(1e-8));
    assertThat(score(row(1, 0, 0), row(0, 1, 0))).isCloseTo(2, within(1e-8));
  }

  @Test
  void splitsAreScoredOneByOne() {
    double expected = Math.exp((3 * Math.log(4.0 / 3) + Math.log(4)) / 4);

    assertThat(of(2, SURE))
        .containsEntry(ID, 1.5)
        .containsEntry(ID + "/deviation", 0.5)
        .hasEntrySatisfying(
            ID + "/whole", value -> assertThat(value).isCloseTo(expected, within(1e-8)));
    assertThat(of(1, SURE)).containsOnlyKeys(ID);
    assertThat(of(9, SURE)).containsEntry(ID, 1.0);
  }

  @Test
  void logitsBecomeProbabilities() {
    float[][] logits = {
      {(float) Math.log(.7), (float) Math.log(.3)}, {(float) Math.log(.6), (float) Math.log(.4)}
    };

    assertThat(of(1, logits).get(ID)).isCloseTo(1.0055238550, within(1e-6));
  }

  @Test
  void whoHasNoJudgeIsToldHowToGetOne() {
    assertThatThrownBy(
            () ->
                figures(
                    new ClassifierScore(),
                    new ScoreOptions(1),
                    manager -> Tensors.of("batch/x", manager.ones(new Shape(3, 2)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("classifier-score needs a network that judges");
  }

  private static Tensors logits(NDManager manager, float[][] rows) {
    return Tensors.of("judge/logits", manager.create(rows));
  }

  private static Map<String, Double> of(int splits, float[][] rows) {
    return figures(
        new ClassifierScore(), new ScoreOptions(splits), manager -> logits(manager, rows));
  }

  private static double score(double[]... rows) {
    return ClassifierScore.of(List.of(rows));
  }

  private static double[] row(double... values) {
    return values;
  }
}
