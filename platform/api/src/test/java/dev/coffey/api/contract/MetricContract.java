package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What every {@link Metric} keeps. */
public abstract class MetricContract extends FactoryContract<Metric, Metric.Meter> {
  /** The metric under test. */
  protected abstract Metric metric();

  /** The id it is offered under. */
  protected abstract String id();

  /**
   * Builds the networks that the metric asks for in the run: {@code student}, {@code teacher}. Most
   * metrics read outputs alone.
   */
  protected void prepare(Run run) {}

  /**
   * What the metric reads of one batch, {@code student/TAP}, {@code teacher/TAP} and {@code
   * batch/NAME}, in {@link Run#scratch()}; at least three samples, the same at every call.
   */
  protected abstract Tensors outputs(Run run);

  @Override
  final Metric service() {
    return metric();
  }

  @Override
  final Metric.Meter opened(Metric service, RunSource.Session session) {
    prepare(session.run());
    return service.open(session.run());
  }

  @Override
  final Map<String, Double> step(Metric.Meter meter, RunSource.Session session) {
    session.step(() -> add(session, meter, outputs(session.run())));
    return meter.read();
  }

  @Test
  void itsMainFigureIsNamedLikeItsIdAndDetailsHaveASlash() {
    var figures = whole();

    assertThat(figures).containsKey(id());
    assertThat(figures.keySet()).allMatch(name -> name.equals(id()) || name.startsWith(id() + "/"));
    assertThat(figures.values()).allMatch(Double::isFinite);
  }

  @Test
  void readingTwiceGivesTheSame() {
    try (var session = open(SEED)) {
      var meter = opened(metric(), session);
      var figures = step(meter, session);

      assertThat(meter.read()).isEqualTo(figures);
    }
  }

  @Test
  void splittingThePassIntoUnequalBatchesChangesNothing() {
    var whole = whole();

    var split = split();

    assertThat(split).containsOnlyKeys(whole.keySet());
    split.forEach(
        (name, figure) -> assertThat(figure).as(name).isCloseTo(whole.get(name), within(1e-6)));
  }

  @Test
  void noFigureIsNotANumberBeforeTheFirstBatch() {
    try (var session = open(SEED)) {
      assertThat(opened(metric(), session).read().values()).allMatch(Double::isFinite);
    }
  }

  @Test
  void itReadsTheTeacherOnlyIfItSaysSo() {
    try (var session = open(SEED)) {
      var meter = opened(metric(), session);

      session.step(
          () -> {
            var outputs = outputs(session.run());
            Predicate<String> ofTeacher = name -> name.startsWith("teacher/");
            assertThat(outputs.names().stream().anyMatch(ofTeacher))
                .as("the example has a teacher")
                .isEqualTo(metric().comparesWithTeacher());
            return add(session, meter, outputs);
          });

      assertThat(meter.read()).containsKey(id());
    }
  }

  private Map<String, Double> whole() {
    try (var session = open(SEED)) {
      return step(opened(metric(), session), session);
    }
  }

  private Map<String, Double> split() {
    try (var session = open(SEED)) {
      var meter = opened(metric(), session);
      session.step(() -> add(session, meter, rows(outputs(session.run()), "0:1")));
      session.step(() -> add(session, meter, rows(outputs(session.run()), "1:")));
      return meter.read();
    }
  }

  private static Tensors rows(Tensors outputs, String range) {
    var rows = Tensors.empty();
    for (var name : outputs.names()) {
      rows = rows.with(name, outputs.get(name).get(range));
    }
    return rows;
  }

  private static boolean add(RunSource.Session session, Metric.Meter meter, Tensors outputs) {
    return session
        .run()
        .infer(
            () -> {
              meter.add(outputs);
              return true;
            });
  }
}
