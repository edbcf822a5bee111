package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Progress;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Optional;

/**
 * Conditional generative data-free distillation: the generator is told which class to make, and the
 * student learns from the teacher, from that label, and from the teacher's attention.
 *
 * <pre>
 * x = G([z ; c·onehot(y)]), y uniform
 * student:    min KD(x) + a_ce · CE(s(x), y) + a_at · attention
 * generator:  min b_c · CE(t(x), y) − b_adv · KD(x)
 * </pre>
 *
 * In the warm-up only the generator is trained, with b_adv = 0. Source: Yu, Yan, Yang, Zhou, Ou
 * 2021 (CGDD), version 1's objective and version 4's adversarial term; only the abstracts were at
 * hand, so weights, forms and the warm-up are ours.
 */
final class Cgdd implements Method {
  @Override
  public Class<? extends Record> options() {
    return CgddOptions.class;
  }

  @Override
  public boolean needsData() {
    return false;
  }

  @Override
  public Procedure open(Run run) {
    var options = run.options(CgddOptions.class);
    int inputs = options.generator().nz() + run.data().classes();
    return new Play(run, options, Generator.build(run, inputs, options.generator().ngf()));
  }

  private static final class Play extends Game {
    private final CgddOptions options;
    private final Generator generator;
    private final Optional<AttentionMaps> attention;
    private final Noise noise;

    Play(Run run, CgddOptions options, Generator generator) {
      super(run, options.rhythm());
      this.options = options;
      this.generator = generator;
      this.noise = new Noise(run.random());
      this.attention =
          options.attention() == 0
              ? Optional.empty()
              : Optional.of(AttentionMaps.between(student, teacher, options.stages()));
    }

    private NDArray labels(NDManager manager) {
      return noise.labels(manager, batch(), run.data().classes());
    }

    private NDArray latents(Noise source, NDArray labels) {
      var shape = new Shape(labels.getShape().get(0), options.generator().nz());
      return source
          .normal(labels.getManager(), shape)
          .concat(labels.mul((float) options.labelScale()), 1);
    }

    private boolean warmingUp() {
      return run.progress().step() < options.warmUp();
    }

    @Override
    int studentSteps() {
      return warmingUp() ? 0 : super.studentSteps();
    }

    @Override
    void imitate(NDManager manager) {
      NDArray labels = labels(manager);
      NDArray images = generator.images(latents(noise, labels));
      Tensors lesson = lesson(images);
      NDArray[] studentLogits = new NDArray[1];
      double loss =
          run.update(
              "student",
              () -> {
                Tensors tried = tried(images, Mode.TRAIN);
                studentLogits[0] = tried.get(LOGITS);
                return imitation(tried, lesson, labels);
              },
              student);
      note("student-loss", loss);
      noteAgreement("agreement", studentLogits[0], lesson.get(LOGITS));
    }

    private NDArray imitation(Tensors tried, Tensors lesson, NDArray labels) {
      NDArray logits = tried.get(LOGITS);
      NDArray sum = options.discrepancy().mean(logits, lesson.get(LOGITS));
      float weight = labelWeight(run.progress());
      if (weight > 0) {
        sum = sum.add(Priors.label(logits, counted(labels, lesson.get(LOGITS))).mul(weight));
      }
      return attention.isEmpty()
          ? sum
          : sum.add(attention.get().distance(tried, lesson).mul((float) options.attention()));
    }

    private float labelWeight(Progress progress) {
      double rise = options.labelRise() * (progress.totalSteps() - options.warmUp());
      double done = progress.step() - options.warmUp() + 1.0;
      return (float) (options.label() * (rise > 1 ? Math.min(1, done / rise) : 1));
    }

    /** Rows that don't count are 0. */
    private NDArray counted(NDArray labels, NDArray teacherLogits) {
      if (options.labelMode() == CgddOptions.LabelMode.PRESET) {
        return labels;
      }
      NDArray agreed = teacherLogits.argMax(1).eq(labels.argMax(1));
      return labels.mul(agreed.toType(DataType.FLOAT32, false).reshape(-1, 1));
    }

    @Override
    void show(NDManager manager) {
      NDArray labels = ClassRows.labels(manager, run.data().classes());
      run.picture(GENERATED, generator.images(latents(Noise.probe(), labels)));
    }

    @Override
    void challenge(NDManager manager) {
      NDArray labels = labels(manager);
      NDArray latents = latents(noise, labels);
      NDArray[] teacherLogits = new NDArray[1];
      double loss =
          run.update(
              "generator",
              () -> {
                NDArray images = generator.images(latents);
                teacherLogits[0] = judged(images).get(LOGITS);
                return challenge(images, teacherLogits[0], labels);
              },
              generator.network());
      note("generator-loss", loss);
      noteAgreement("label-agreement", teacherLogits[0], labels);
    }

    private NDArray challenge(NDArray images, NDArray teacherLogits, NDArray labels) {
      NDArray wanted = Priors.label(teacherLogits, labels).mul((float) options.conditional());
      if (options.adversarial() == 0 || warmingUp()) {
        return wanted;
      }
      NDArray studentLogits = tried(images, Mode.INFER).get(LOGITS);
      NDArray distance = options.discrepancy().mean(studentLogits, teacherLogits);
      return wanted.sub(distance.mul((float) options.adversarial()));
    }
  }
}
