package dev.coffey.plugins.datasets;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import dev.coffey.nn.idx.FolderFiles;
import dev.coffey.nn.idx.LabelledImages;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Any folder with the four files {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte},
 * {@code t10k-images-idx3-ubyte}, {@code t10k-labels-idx1-ubyte}, plain or {@code .gz}. Images are
 * (N, H, W), or (N, C, H, W) for colour. What the options leave open is found in the training
 * files.
 */
final class IdxDataset implements Dataset {
  @Override
  public Class<IdxOptions> options() {
    return IdxOptions.class;
  }

  @Override
  public Source open(Run run, String split) {
    var options = run.options(IdxOptions.class);
    return new IdxSplits(
            new FolderFiles(Path.of(options.folder())),
            training -> spec(options, training.get()),
            training -> options.validation().orElse(training.count() / 10))
        .open(run, split);
  }

  private static DataSpec spec(IdxOptions options, LabelledImages training) {
    int classes =
        options.classes().orElseGet(() -> Arrays.stream(training.labels()).max().orElseThrow() + 1);
    if (options.mean().isEmpty()) {
      var moments = ChannelMoments.of(training);
      return new DataSpec(training.shape(), classes, moments.mean(), moments.std());
    }
    long channels = training.shape().get(0);
    if (options.mean().size() != channels) {
      throw new IllegalArgumentException(
          "mean and std have %d values, but the images in %s have %d channels"
              .formatted(options.mean().size(), options.folder(), channels));
    }
    return new DataSpec(training.shape(), classes, floats(options.mean()), floats(options.std()));
  }

  private static List<Float> floats(List<Double> values) {
    return values.stream().map(Double::floatValue).toList();
  }
}
