package dev.coffey.lab.run;

import dev.coffey.api.Dataset;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.PoolUse;
import dev.coffey.lab.experiment.Resolved;
import dev.coffey.lab.experiment.TrainOptions;
import dev.coffey.nn.Workspace;
import java.util.Optional;

/** Opens the data of one run. */
record Splits(Workspace workspace, Resolved<Dataset> dataset) {
  /** A split of the run's own dataset. */
  Source open(String split) {
    return open(dataset, split);
  }

  /** A split of another dataset. */
  Source open(Resolved<Dataset> other, String split) {
    return other.service().open(view(other), split);
  }

  private Run view(Resolved<Dataset> some) {
    return workspace.view("dataset", some.optionSource());
  }

  /**
   * What {@code method} is trained on.
   *
   * @param validation the validation split, which looks like it
   * @param pool the samples it takes from a stage; none if they aren't made yet
   */
  Source training(MethodPlan method, Source validation, Optional<SamplePool> pool) {
    if (!method.needsData()) {
      return NoSamples.of(method, validation.spec());
    }
    TrainOptions train = method.train();
    if (method.pool().isEmpty()) {
      return open(train.split());
    }
    PoolUse use = method.pool().get();
    Source made =
        pool.isPresent()
            ? pool.get().source(view(dataset), validation.spec())
            : new Promised(validation, use.stage().samples());
    return use.isMixed()
        ? new MixedSource(open(train.split()), made, use.share(), train.batch())
        : made;
  }
}
