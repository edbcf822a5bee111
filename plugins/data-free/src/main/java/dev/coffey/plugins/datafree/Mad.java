package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.plugins.datafree.ClassGenerator.Draw;
import dev.coffey.plugins.datafree.ClassGenerator.Made;
import java.util.Optional;

/**
 * Momentum adversarial distillation: {@link Dfad}'s game, in which the student also learns on
 * images of a moving average G̃ of the generator, and so rehearses what the generator has left
 * behind.
 *
 * <pre>
 * student:    min λ₀ · KD(G(z + e_y)) + λ₁ · KD(G̃(z′ + ẽ_y′))
 * generator:  min −KD(x) + λ₃ · CE(t(x), y) + λ₄ · excess(e),    x = G(z + e_y)
 * after each generator phase:  θ̃ ← α·θ̃ + (1 − α)·θ
 * </pre>
 *
 * Without classes x = G(z), and the last two terms are absent. In the generator's loss KD counts at
 * most δ a sample. Source: Do et al. 2022 (MAD); the paper's text wasn't at hand, so the forms of
 * KD, of the bound and of the last term are ours, and options.
 */
final class Mad implements Method {
  @Override
  public Class<? extends Record> options() {
    return MadOptions.class;
  }

  @Override
  public boolean needsData() {
    return false;
  }

  @Override
  public Procedure open(Run run) {
    var options = run.options(MadOptions.class);
    return new Play(run, options, ClassGenerator.build(run, options));
  }

  private static final class Play extends Game {
    private final MadOptions options;
    private final ClassGenerator generator;
    private final ClassGenerator average;
    private final Noise noise;
    private Optional<Decisions> before = Optional.empty();

    Play(Run run, MadOptions options, ClassGenerator generator) {
      super(run, options.rhythm());
      this.options = options;
      this.generator = generator;
      this.average = generator.shadow();
      this.noise = new Noise(run.random());
    }

    private Draw draw(NDManager manager) {
      return generator.draw(noise, manager, batch(), run.data().classes());
    }

    @Override
    void imitate(NDManager manager) {
      Lesson now = lesson(generator, manager);
      // without it nothing is drawn, either: the game is DFAD's, bit for bit
      Optional<Lesson> then =
          options.averaged() == 0 ? Optional.empty() : Optional.of(lesson(average, manager));
      NDArray[] studentLogits = new NDArray[1];
      double loss =
          run.update(
              "student",
              () -> {
                studentLogits[0] = tried(now.images(), Mode.TRAIN).get(LOGITS);
                NDArray sum = distance(studentLogits[0], now).mul((float) options.current());
                return then.map(past -> sum.add(rehearsal(past))).orElse(sum);
              },
              student);
      note("student-loss", loss);
      noteAgreement("agreement", studentLogits[0], now.teacherLogits());
    }

    private record Lesson(NDArray images, NDArray teacherLogits) {}

    private Lesson lesson(ClassGenerator source, NDManager manager) {
      NDArray images = source.make(draw(manager)).images();
      return new Lesson(images, lesson(images).get(LOGITS));
    }

    private NDArray rehearsal(Lesson past) {
      NDArray studentLogits = tried(past.images(), Mode.TRAIN).get(LOGITS);
      return distance(studentLogits, past).mul((float) options.averaged());
    }

    private NDArray distance(NDArray studentLogits, Lesson lesson) {
      return options.discrepancy().mean(studentLogits, lesson.teacherLogits());
    }

    @Override
    void challenge(NDManager manager) {
      var draw = draw(manager);
      NDArray[] teacherLogits = new NDArray[1];
      double loss =
          run.update(
              "generator",
              () -> {
                var made = generator.make(draw);
                teacherLogits[0] = judged(made.images()).get(LOGITS);
                return challenge(draw, made, teacherLogits[0]);
              },
              generator.networks().toArray(Network[]::new));
      note("generator-loss", loss);
      draw.labels().ifPresent(labels -> noteAgreement("label-agreement", teacherLogits[0], labels));
    }

    private NDArray challenge(Draw draw, Made made, NDArray teacherLogits) {
      NDArray studentLogits = tried(made.images(), Mode.TRAIN).get(LOGITS);
      NDArray distances = options.discrepancy().perSample(studentLogits, teacherLogits);
      NDArray challenge = bounded(distances).mean().neg();
      return made.vectors()
          .map(
              vectors ->
                  challenge.add(manners(vectors, teacherLogits, draw.labels().orElseThrow())))
          .orElse(challenge);
    }

    private NDArray manners(NDArray vectors, NDArray teacherLogits, NDArray labels) {
      return Priors.label(teacherLogits, labels)
          .mul((float) options.label())
          .add(Embedding.excess(vectors).mul((float) options.length()));
    }

    private NDArray bounded(NDArray distances) {
      return options.bound().map(most -> distances.minimum(most.floatValue())).orElse(distances);
    }

    @Override
    void beforeChallenges() {
      if (options.shiftEvery() > 0 && run.progress().step() % options.shiftEvery() == 0) {
        before = Optional.of(new Decisions(decisions(generator), decisions(average)));
      }
    }

    @Override
    void afterChallenges() {
      average.follow(generator, options.alpha());
      before.ifPresent(this::noteShifts);
      before = Optional.empty();
    }

    @Override
    void show(NDManager manager) {
      show(GENERATED, generator, manager);
      show(GENERATED + "-average", average, manager);
    }

    private void show(String series, ClassGenerator source, NDManager manager) {
      var draw = source.probe(manager, batch(), run.data().classes());
      NDArray images = source.make(draw).images();
      if (draw.labels().isPresent()) {
        run.picture(series, images);
      } else {
        show(series, images);
      }
    }

    /** What the student says of both sources' images: probabilities, (N, K). */
    private record Decisions(NDArray generator, NDArray average) {}

    /** On the same noise at every call, which takes nothing from the game's. */
    private NDArray decisions(ClassGenerator source) {
      var draw = source.draw(Noise.probe(), run.scratch(), batch(), run.data().classes());
      return run.infer(() -> tried(source.make(draw).images(), Mode.INFER).get(LOGITS).softmax(1));
    }

    private void noteShifts(Decisions former) {
      note("shift", Shift.between(former.generator(), decisions(generator)));
      note("average-shift", Shift.between(former.average(), decisions(average)));
    }
  }
}
