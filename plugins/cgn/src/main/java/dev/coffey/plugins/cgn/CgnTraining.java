package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.plugins.cgn.Mechanisms.Parts;
import dev.coffey.plugins.cgn.Mechanisms.Shuffles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Trains the three mechanisms of the student {@link Cgn} on images x of classes y. Only what they
 * make together is compared with data; what keeps them apart is the form of each, the shuffler, and
 * what is asked of masks m.
 *
 * <pre>
 * x′ = m·texture + (1 − m)·background, all of one noise and one class y′
 * mechanisms:     min a·(D(x′, y′) − 1)² + λ·H₂(m) + interval·outside(m) + style·‖style(x′) − style(x)‖₁
 * discriminator:  min ½·[(D(x, y) − 1)² + D(x′, y′)²]
 * </pre>
 *
 * A step updates the group {@code student}, then, on the same x′, the group {@code discriminator}.
 * See {@link LeastSquares}, {@link MaskLosses} and {@link Style} for the terms. Source: Sauer and
 * Geiger 2021 (CGN), their code for MNIST, with {@link Style} instead of a loss on VGG-16's
 * features. Weights, matched labels and the interval are for short trainings on flat colours.
 *
 * <p>Reports means of an epoch: {@code train/generator-loss}, {@code train/discriminator-loss},
 * {@code train/style}, {@code train/entropy} and, of masks' areas, {@code train/mask-mean}, {@code
 * train/mask-mean-least} and {@code train/mask-mean-most} (over classes).
 */
final class CgnTraining implements Method {
  @Override
  public Class<? extends Record> options() {
    return CgnTrainingOptions.class;
  }

  @Override
  public Procedure open(Run run) {
    return new Play(run, run.options(CgnTrainingOptions.class));
  }

  private static final class Play implements Procedure {
    private final Run run;
    private final CgnTrainingOptions options;
    private final Mechanisms mechanisms;
    private final Optional<Critic> critic;
    private final Draws draws;
    private final Optional<BestMechanisms> best;
    private final Curves curves = new Curves();

    Play(Run run, CgnTrainingOptions options) {
      this.run = run;
      this.options = options;
      this.mechanisms = Mechanisms.of(run);
      this.critic =
          options.adversarial() == 0
              ? Optional.empty()
              : Optional.of(Critic.build(run, options.discriminator()));
      this.draws = new Draws(run.random(), mechanisms.latents(run.data().classes()));
      this.best =
          options.keepBest()
              ? Optional.of(new BestMechanisms(mechanisms, options.keepEvery()))
              : Optional.empty();
    }

    /** Images, (N, 3, H, W), in [−1, 1], and their labels, one-hot, (N, K). */
    private record Labelled(NDArray images, NDArray labels) {}

    @Override
    public void step(Tensors batch) {
      NDArray y = batch.get("y");
      Labelled real =
          new Labelled(
              signed(batch.get("x")),
              y.oneHot(draws.latents().classes()).toType(DataType.FLOAT32, false));
      int[] labels =
          options.matchedLabels() ? y.toIntArray() : draws.labels(Math.toIntExact(y.size()));
      Labelled made = make(labels, real);
      critic.ifPresent(judge -> teach(judge, real, made));
    }

    /** Images in the data's units, [0, 1], as [−1, 1]. */
    private static NDArray signed(NDArray images) {
      return images.mul(2f).sub(1f);
    }

    /** One update of the mechanisms; gives what they made before it. */
    private Labelled make(int[] labels, Labelled real) {
      NDArray z = draws.inputs(run.scratch(), labels);
      NDArray oneHot = draws.latents().label(z);
      Optional<Shuffles> shuffles = shuffles(labels.length);
      Style target = Style.of(real.images());
      var terms = new Terms[1];
      double loss =
          run.update(
              "student",
              () -> {
                terms[0] = terms(mechanisms.make(z, shuffles, Mode.TRAIN), oneHot, target);
                return sum(terms[0]);
              },
              mechanisms.networks().toArray(Network[]::new));
      note(loss, terms[0], labels);
      return new Labelled(terms[0].images().stopGradient(), oneHot);
    }

    private Optional<Shuffles> shuffles(int count) {
      if (!options.shuffler()) {
        return Optional.empty();
      }
      NDManager manager = run.scratch();
      var image = run.data().input();
      return Optional.of(
          new Shuffles(draws.shuffle(manager, count, image), draws.shuffle(manager, count, image)));
    }

    /** What was made, masks' areas, (N), and the terms of the mechanisms' loss, unweighted. */
    private record Terms(
        NDArray images,
        NDArray areas,
        NDArray entropy,
        NDArray interval,
        NDArray style,
        Optional<NDArray> adversarial) {}

    private Terms terms(Parts parts, NDArray labels, Style target) {
      NDArray images = signed(parts.image());
      NDArray areas = MaskLosses.areas(parts.mask());
      return new Terms(
          images,
          areas,
          MaskLosses.entropy(parts.mask()),
          MaskLosses.interval(areas, options.maskLeast(), options.maskMost()),
          Style.of(images).distance(target),
          critic.map(judge -> LeastSquares.generator(judge.scores(images, labels))));
    }

    private NDArray sum(Terms terms) {
      NDArray sum =
          terms
              .entropy()
              .mul((float) options.maskEntropy())
              .add(terms.interval().mul((float) options.maskInterval()))
              .add(terms.style().mul((float) options.style()));
      return terms
          .adversarial()
          .map(adversarial -> sum.add(adversarial.mul((float) options.adversarial())))
          .orElse(sum);
    }

    private void note(double loss, Terms terms, int[] labels) {
      double style = terms.style().getFloat();
      curves.note("generator-loss", loss);
      curves.note("style", style);
      curves.note("entropy", terms.entropy().getFloat());
      curves.noteAreas(terms.areas().toFloatArray(), labels);
      best.ifPresent(kept -> kept.note(style));
    }

    private void teach(Critic judge, Labelled real, Labelled made) {
      double loss =
          run.update(
              "discriminator",
              () ->
                  LeastSquares.discriminator(
                      judge.scores(real.images(), real.labels()),
                      judge.scores(made.images(), made.labels())),
              judge.network());
      curves.note("discriminator-loss", loss);
    }

    @Override
    public void endEpoch() {
      curves.drain(run::report);
      if (run.progress().step() == run.progress().totalSteps()) {
        best.ifPresent(BestMechanisms::restore);
      }
    }

    @Override
    public void save(OutputStream out) throws IOException {
      curves.save(out);
      if (best.isPresent()) {
        best.get().save(out);
      }
    }

    @Override
    public void load(InputStream in) throws IOException {
      curves.load(in);
      if (best.isPresent()) {
        best.get().load(in);
      }
    }
  }
}
