package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Method;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.TestBench;
import dev.coffey.nn.test.TestBench.Picture;
import dev.coffey.plugins.datafree.CgddOptions.LabelMode;
import dev.coffey.plugins.datafree.MadOptions.ClassInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PicturesTest {
  private static final int BATCH = 40;
  private static final GeneratorOptions SIZE = new GeneratorOptions(10, 4);
  private static final Rhythm RHYTHM = new Rhythm(BATCH, 1, 1);
  private static final Shape SOME = new Shape(30, 1, 8, 8);
  private static final Shape CLASS_ROWS = new Shape(40, 1, 8, 8);

  /** {@code shown}: shape of each picture. */
  private record Play(Method method, Record options, Shape shown, List<String> series) {
    @Override
    public String toString() {
      return method.getClass().getSimpleName() + " " + shown;
    }
  }

  static Stream<Play> plays() {
    List<String> one = List.of("generated");
    List<String> both = List.of("generated", "generated-average");
    return Stream.of(
        new Play(new NoiseImages(), new NoiseOptions(BATCH, 1), SOME, one),
        new Play(new Dfad(), new DfadOptions(SIZE, RHYTHM, false, false), SOME, one),
        new Play(new Dafl(), new DaflOptions(SIZE, RHYTHM, 1, 5, 0.1, "feature"), SOME, one),
        new Play(new Mad(), mad(ClassInput.UNCOND), SOME, both),
        new Play(new Mad(), mad(ClassInput.SUM), CLASS_ROWS, both),
        new Play(new Cgdd(), cgdd(), CLASS_ROWS, one));
  }

  private static MadOptions mad(ClassInput classes) {
    return new MadOptions(
        SIZE, RHYTHM, Discrepancy.ofLogits(), 0.95, 0.5, 0.5, Optional.empty(), classes, 1, 0.1, 0);
  }

  private static CgddOptions cgdd() {
    return new CgddOptions(
        SIZE,
        RHYTHM,
        Discrepancy.ofLogits(),
        4,
        0,
        0.1,
        0.2,
        LabelMode.PRESET,
        100,
        List.of(),
        1,
        0.1);
  }

  @ParameterizedTest
  @MethodSource("plays")
  void everyEpochShowsWhatTheStudentIsTaughtOn(Play play) {
    try (var bench = Players.bench(1, 1e-2)) {
      var procedure = play.method().open(bench.run(play.options()));
      bench.stepping(procedure::endEpoch);

      assertThat(bench.pictures()).extracting(Picture::series).isEqualTo(play.series());
      assertThat(bench.pictures()).extracting(Picture::shape).containsOnly(play.shown());
    }
  }

  @ParameterizedTest
  @MethodSource("plays")
  void aLookMovesNothingAndDrawsNothing(Play play) {
    assertThat(networks(play, true)).isEqualTo(networks(play, false));
  }

  /** All networks after two steps. */
  private static List<Integer> networks(Play play, boolean looking) {
    try (var bench = Players.bench(1, 1e-2)) {
      Run run = bench.run(play.options());
      var procedure = play.method().open(run);
      for (int i = 0; i < 2; i++) {
        bench.stepping(() -> procedure.step(Tensors.empty()));
        if (looking) {
          bench.stepping(procedure::endEpoch);
        }
      }
      List<Integer> prints = new ArrayList<>();
      bench.workspace().roles().forEach(role -> prints.add(print(run.network(role))));
      return prints;
    }
  }

  /** Of parameters and running statistics. */
  private static int print(Network network) {
    try {
      var bytes = new ByteArrayOutputStream();
      network.save(bytes);
      return Arrays.hashCode(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void theSameNoiseIsShownAgain() {
    try (var bench = Players.bench(1, 1e-2)) {
      var procedure = new Dfad().open(bench.run(new DfadOptions(SIZE, RHYTHM, false, false)));
      bench.stepping(procedure::endEpoch);
      bench.stepping(procedure::endEpoch);
      bench.stepping(() -> procedure.step(Tensors.empty()));
      bench.stepping(procedure::endEpoch);

      List<Picture> pictures = bench.pictures();
      assertThat(pictures.get(1)).isEqualTo(pictures.get(0));
      assertThat(pictures.get(2)).isNotEqualTo(pictures.get(0));
    }
  }

  @Test
  void aRowHasTenOfAClass() {
    try (var bench = TestBench.open(1)) {
      bench.stepping(
          () -> {
            var labels = ClassRows.labels(bench.run().scratch(), 3);
            assertThat(labels.getShape()).isEqualTo(new Shape(30, 3));
            assertThat(labels.argMax(1).get("9:11").toLongArray()).containsExactly(0, 1);
            assertThat(labels.sum().getFloat()).isEqualTo(30);
            assertThat(ClassRows.labels(bench.run().scratch(), 100).getShape())
                .isEqualTo(new Shape(200, 100));
          });
    }
  }
}
