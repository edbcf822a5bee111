package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * MAD's generator, told the class or not.
 *
 * @param embedding none if it isn't told
 * @param joins whether embeddings stand beside the noise, and aren't added to it
 */
record ClassGenerator(Generator generator, Optional<Embedding> embedding, int nz, boolean joins) {
  /**
   * What images are made of.
   *
   * @param noise (N, nz)
   * @param labels one-hot, (N, K); none if the class isn't told
   */
  record Draw(NDArray noise, Optional<NDArray> labels) {}

  /**
   * Images with what decides their class.
   *
   * @param vectors embeddings of the labels, (N, nz); none if the class isn't told
   */
  record Made(NDArray images, Optional<NDArray> vectors) {}

  static ClassGenerator build(Run run, MadOptions options) {
    var generator = Generator.build(run, options.inputs(), options.generator().ngf());
    return new ClassGenerator(
        generator,
        options.classes() == MadOptions.ClassInput.UNCOND
            ? Optional.empty()
            : Optional.of(Embedding.build(run, options.generator().nz())),
        options.generator().nz(),
        options.classes() == MadOptions.ClassInput.CAT);
  }

  /** A frozen copy. */
  ClassGenerator shadow() {
    return new ClassGenerator(
        new Generator(generator.network().shadow()),
        embedding.map(table -> new Embedding(table.network().shadow())),
        nz,
        joins);
  }

  /** Moves towards {@code source}: running statistics like parameters. */
  void follow(ClassGenerator source, double keep) {
    generator.network().follow(source.generator.network(), keep);
    embedding.ifPresent(
        table -> table.network().follow(source.embedding.orElseThrow().network(), keep));
  }

  /** What is trained. */
  List<Network> networks() {
    return Stream.concat(Stream.of(generator.network()), embedding.stream().map(Embedding::network))
        .toList();
  }

  Draw draw(Noise noise, NDManager manager, int batch, int classes) {
    NDArray normal = noise.normal(manager, new Shape(batch, nz));
    return new Draw(normal, embedding.map(table -> noise.labels(manager, batch, classes)));
  }

  /** For a look at the generator: the same at every call, a row of each class if it is told. */
  Draw probe(NDManager manager, int batch, int classes) {
    Optional<NDArray> labels = embedding.map(table -> ClassRows.labels(manager, classes));
    long count = labels.map(told -> told.getShape().get(0)).orElse((long) batch);
    return new Draw(Noise.probe().normal(manager, new Shape(count, nz)), labels);
  }

  Made make(Draw draw) {
    Optional<NDArray> vectors = embedding.map(table -> table.of(draw.labels().orElseThrow()));
    NDArray latents = vectors.map(told -> joined(draw.noise(), told)).orElse(draw.noise());
    return new Made(generator.images(latents), vectors);
  }

  private NDArray joined(NDArray noise, NDArray vectors) {
    return joins ? noise.concat(vectors, 1) : noise.add(vectors);
  }
}
