package dev.coffey.benchmarks.loop;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.nn.Seeds;
import dev.coffey.nn.data.ByteImages;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * A network and made-up images of the kind it was published for; noise costs as much as pictures.
 *
 * @param student the network's id
 * @param data what the images look like
 * @param batch samples a step
 */
public record Task(String student, DataSpec data, int batch) {
  private static final DataSpec DIGITS =
      new DataSpec(new Shape(1, 28, 28), 10, List.of(0.1307f), List.of(0.3081f));
  private static final DataSpec SMALL_PHOTOS =
      new DataSpec(
          new Shape(3, 32, 32),
          10,
          List.of(0.4914f, 0.4822f, 0.4465f),
          List.of(0.2470f, 0.2435f, 0.2616f));
  private static final int BATCHES_AN_EPOCH = 64;

  /** Digits for LeNet-5, small photos for all others. */
  public static Task of(String student, int batch) {
    return new Task(student, student.startsWith("lenet5") ? DIGITS : SMALL_PHOTOS, batch);
  }

  static OptimizerOptions optimizer() {
    return OptimizerOptions.sgd(0.01, 0.9);
  }

  static ScheduleOptions schedule() {
    return ScheduleOptions.constant();
  }

  /** Shuffles an epoch, alike for all loops. */
  static RandomGenerator order(int epoch) {
    return Seeds.generator(epoch, "order");
  }

  /** The images, made in the scratch manager of {@code run}. */
  Source images(Run run) {
    int count = batch * BATCHES_AN_EPOCH;
    var random = new SplittableRandom(count);
    byte[] pixels = new byte[Math.toIntExact(count * data.input().size())];
    random.nextBytes(pixels);
    int[] labels = random.ints(count, 0, data.classes()).toArray();
    return new ByteImages(run, data, pixels, labels, LongStream.range(0, count).toArray());
  }
}
