package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.EpochMeans;
import dev.coffey.plugins.skdcgn.Critic.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one mechanism of the student learns from the teacher's. Images and masks are compared in [−1,
 * 1], their pixels x standing for 2x − 1, as the weights of the terms were published.
 */
final class Imitation {
  /** As many as the platform puts in a row. */
  private static final int SHOWN = 10;

  private final Run run;
  private final Mechanism mechanism;
  private final SkdcgnOptions options;
  private final FeatureMatching matching;
  private final Network teacher;
  private final Network student;
  private final Optional<Critic> critic;

  private record Term(String name, double weight, NDArray value) {}

  /**
   * Joins the networks of {@code mechanism}.
   *
   * @throws IllegalArgumentException if the student's output doesn't look like the teacher's
   */
  Imitation(Run run, Mechanism mechanism, SkdcgnOptions options) {
    this.run = run;
    this.mechanism = mechanism;
    this.options = options;
    this.matching = options.matching();
    this.teacher = run.network(Cast.teacher(mechanism));
    this.student = run.network(new Cast(options.mechanisms()).student(mechanism));
    checkAlike();
    this.critic =
        options.judges()
            ? Optional.of(
                Critic.build(
                    run,
                    mechanism.id() + "-discriminator",
                    teacher.taps().get(mechanism.tap()),
                    options.discriminator()))
            : Optional.empty();
  }

  private void checkAlike() {
    boolean alike =
        teacher.inputs().equals(student.inputs())
            && teacher.taps().containsKey(mechanism.tap())
            && teacher.taps().get(mechanism.tap()).equals(student.taps().get(mechanism.tap()));
    if (!alike) {
      throw new IllegalArgumentException(
          "'%s' must make '%s' from latents as '%s' does: one takes %s and makes %s, the other takes %s and makes %s"
              .formatted(
                  student.role(),
                  mechanism.tap(),
                  teacher.role(),
                  student.inputs(),
                  student.taps(),
                  teacher.inputs(),
                  teacher.taps()));
    }
  }

  Mechanism mechanism() {
    return mechanism;
  }

  /**
   * Shows what both make of the same latents: a row of the teacher's, then one of the student's.
   */
  void show() {
    long width = teacher.inputs().get(Latents.INPUT).get(0);
    int classes = run.data().classes();
    var latents = new Latents(Math.toIntExact(width - classes), classes);
    Tensors z = Tensors.of(Latents.INPUT, latents.examples(run.scratch(), SHOWN));
    NDArray images =
        run.infer(() -> output(teacher, z, Mode.INFER).concat(output(student, z, Mode.INFER)));
    run.picture(mechanism.id(), images);
  }

  /**
   * One update each of generator and discriminator, on the same images and from the same opinions
   * of the discriminator: TinyGAN updates the discriminator first, for which the student would have
   * to make its images twice.
   *
   * @param z what images are made of, (N, latent + classes)
   * @param labels one-hot, (N, K)
   * @param noted takes the terms of the losses
   */
  void step(NDArray z, NDArray labels, EpochMeans noted) {
    try (NDManager manager = z.getManager().newSubManager()) {
      NDArray latents = z.stopGradient();
      latents.attach(manager);
      NDArray lesson = run.infer(() -> image(teacher, latents, Mode.INFER));
      NDArray made = learn(latents, labels, lesson, noted);
      critic.ifPresent(judge -> sharpen(judge, labels, lesson, made, noted));
    }
  }

  private NDArray output(Network network, Tensors z, Mode mode) {
    return network.forward(z, mode).get(mechanism.tap());
  }

  private NDArray image(Network network, NDArray z, Mode mode) {
    return output(network, Tensors.of(Latents.INPUT, z), mode).mul(2f).sub(1f);
  }

  /** Gives what the student made, as constants. */
  private NDArray learn(NDArray z, NDArray labels, NDArray lesson, EpochMeans noted) {
    Optional<Opinion> expected =
        critic.map(judge -> run.infer(() -> judge.opinion(lesson, labels, Mode.INFER)));
    NDArray[] made = new NDArray[1];
    List<Term> terms = new ArrayList<>();
    run.update(
        mechanism == Mechanism.SHAPE ? "student" : mechanism.id(),
        () -> {
          made[0] = image(student, z, Mode.TRAIN);
          terms.add(pixel(made[0], lesson));
          critic.ifPresent(
              judge -> {
                Opinion given = judge.opinion(made[0], labels, Mode.INFER);
                terms.addAll(judged(given, expected.orElseThrow()));
              });
          return sum(terms);
        },
        student);
    terms.forEach(term -> note(term.name(), term.value().getFloat(), noted));
    return made[0].stopGradient();
  }

  private Term pixel(NDArray made, NDArray lesson) {
    double weight = options.pixel(run.progress().epoch());
    return new Term("pixel", weight, made.sub(lesson).abs().mean());
  }

  private List<Term> judged(Opinion given, Opinion expected) {
    List<Term> terms = new ArrayList<>();
    if (options.feature() > 0) {
      NDArray distance = matching.distance(given.features(), expected.features());
      terms.add(new Term("feature", options.feature(), distance));
    }
    if (options.kl() > 0) {
      NDArray divergence =
          matching.divergence(given.features(), expected.features(), options.temperature());
      terms.add(new Term("kl", options.kl(), divergence));
    }
    if (options.adversarial() > 0
        && (run.progress().step() + 1) % options.adversarialEvery() == 0) {
      terms.add(new Term("adversarial", options.adversarial(), Hinge.generator(given.score())));
    }
    return terms;
  }

  private static NDArray sum(List<Term> terms) {
    return terms.stream()
        .map(term -> term.value().mul((float) term.weight()))
        .reduce(NDArray::add)
        .orElseThrow();
  }

  private void sharpen(
      Critic judge, NDArray labels, NDArray lesson, NDArray made, EpochMeans noted) {
    long count = lesson.getShape().get(0);
    NDArray images = lesson.concat(made);
    NDArray both = labels.concat(labels);
    double loss =
        run.update(
            "discriminator",
            () -> {
              NDArray score = judge.opinion(images, both, Mode.TRAIN).score();
              return Hinge.discriminator(score.get(":" + count), score.get(count + ":"));
            },
            judge.network());
    note("discriminator", loss, noted);
  }

  private void note(String term, double value, EpochMeans noted) {
    noted.add("train/%s-%s".formatted(mechanism.id(), term), value, 1);
  }
}
