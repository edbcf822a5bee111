package dev.coffey.plugins.metrics;

import static dev.coffey.plugins.metrics.Batches.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import org.junit.jupiter.api.Test;

class RelativeAccuracyTest extends MetricContract {
  // the student says 2, 0, 1, 0, the teacher 2, 1, 1, 2
  private static final float[][] STUDENT = {{1, 2, 3}, {3, 2, 1}, {0, 5, 0}, {-1, -2, -3}};
  private static final float[][] TEACHER = {{0, 0, 1}, {0, 1, 0}, {0, 9, 8}, {1, 0, 2}};

  @Override
  protected Metric metric() {
    return new RelativeAccuracy();
  }

  @Override
  protected String id() {
    return "relative-accuracy";
  }

  @Override
  protected Tensors outputs(Run run) {
    return labelled(run.scratch(), 2, 1, 1, 0);
  }

  private static Tensors labelled(NDManager manager, int... labels) {
    return Batches.compared(manager, STUDENT, TEACHER)
        .with("batch/y", manager.create(labels, new Shape(labels.length)));
  }

  @Test
  void itIsTheStudentsShareOfTheTeachersRightAnswers() {
    // of the labels 2, 1, 1, 2 the teacher knows all four, the student two
    assertThat(figures(open(1), metric(), manager -> labelled(manager, 2, 1, 1, 2)))
        .containsOnlyKeys("relative-accuracy")
        .containsEntry("relative-accuracy", 0.5);
  }

  @Test
  void thePublishedExampleIsReproduced() {
    assertThat(100 * RelativeAccuracy.share(98.2, 98.9)).isCloseTo(99.29, within(0.005));
  }

  @Test
  void thereIsNoneIfTheTeacherIsNeverRight() {
    assertThat(figures(open(1), metric(), manager -> labelled(manager, 0, 0, 0, 0))).isEmpty();
  }
}
