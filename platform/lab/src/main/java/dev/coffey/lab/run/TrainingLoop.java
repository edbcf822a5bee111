package dev.coffey.lab.run;

import dev.coffey.api.Composer.Mixer;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Event;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Tensors;
import dev.coffey.lab.experiment.TrainOptions;
import dev.coffey.nn.Workspace;
import java.util.Iterator;
import java.util.List;

/** Next batch, compose, step; epoch by epoch. */
final class TrainingLoop {
  private final Workspace workspace;
  private final Signal signal;

  TrainingLoop(Workspace workspace, Signal signal) {
    this.workspace = workspace;
    this.signal = signal;
  }

  static long steps(TrainOptions train, Source source) {
    if (source.size() < 1) {
      throw new IllegalArgumentException(
          "the training split has no fixed number of samples, so epochs cannot be counted");
    }
    return train.epochs() * stepsPerEpoch(train, source);
  }

  private static long stepsPerEpoch(TrainOptions train, Source source) {
    return (source.size() + train.batch() - 1) / train.batch();
  }

  /** What an epoch is done with; asked for anew at the beginning of each. */
  interface Work {
    List<Mixer> mixers();

    Procedure procedure();
  }

  /** What happens beside training; epochs are counted from 1. */
  interface Pauses {
    /** Called after each epoch that asks for a look at the validation split. */
    void validate(int epoch);

    /** Called between {@code epoch} and the next one. */
    default void between(int epoch) {}

    /** Called where the run can be resumed: everything from here on depends on what is saved. */
    default void checkpoint(Position next) {}
  }

  /** {@code from}: where to begin, with everything as it was there. */
  void run(TrainOptions train, Source source, Work work, Pauses pauses, Position from) {
    long step = from.step();
    for (int epoch = from.epoch(); epoch <= train.epochs(); epoch++) {
      long start = System.nanoTime();
      long done = step - (epoch - 1) * stepsPerEpoch(train, source);
      workspace.advance(epoch, step);
      List<Mixer> mixers = work.mixers();
      Procedure procedure = work.procedure();
      Iterator<Tensors> batches =
          source.batches(train.batch(), workspace.random("order/epoch-" + epoch));
      skip(batches, done);
      while (batches.hasNext()) {
        workspace.step(
            () -> {
              Tensors batch = batches.next();
              for (Mixer mixer : mixers) {
                batch = mixer.compose(batch);
              }
              procedure.step(batch);
              return null;
            });
        step++;
        workspace.advance(epoch, step);
        signal.send(new Event.StepDone(signal.run(), step, epoch));
        if (train.checkpointsAfter(step) && batches.hasNext()) {
          workspace.mark();
          pauses.checkpoint(new Position(epoch, step));
        }
      }
      workspace.step(
          () -> {
            procedure.endEpoch();
            return null;
          });
      if (train.validatesAfter(epoch)) {
        pauses.validate(epoch);
      }
      signal.send(new Event.EpochDone(signal.run(), epoch, (System.nanoTime() - start) / 1e9));
      if (epoch < train.epochs()) {
        pauses.between(epoch);
      }
      pauses.checkpoint(new Position(epoch + 1, step));
    }
  }

  /** Passes over batches that were trained on before the run was broken off. */
  private void skip(Iterator<Tensors> batches, long done) {
    for (long i = 0; i < done; i++) {
      workspace.step(batches::next);
    }
    if (done > 0) {
      workspace.mark();
    }
  }
}
