package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Teacher;
import dev.coffey.nn.block.Staged;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Mechanisms in closed form, a teacher whose truth is known: {@code teacher} draws a digit's
 * strokes, {@code teacher.texture} and {@code teacher.background} have the flat colours of
 * double-coloured MNIST. What is made depends on {@code z} alone, so that distillation can be
 * measured without training a teacher first. No parameters.
 */
final class AnalyticCgn implements Teacher {
  private static final int TEXTURE = 11;
  private static final int BACKGROUND = 14;

  @Override
  public Class<? extends Record> options() {
    return AnalyticCgnOptions.class;
  }

  @Override
  public List<Network> open(Run run) {
    var options = run.options(AnalyticCgnOptions.class);
    var latents = options.latents();
    int size = options.size();
    return List.of(
        build(run, "teacher", latents, new StrokeMask(latents, size)::apply, Mechanism.MASK),
        build(
            run,
            "teacher.texture",
            latents,
            new FlatColour(Palette.OBJECT, TEXTURE, latents, size)::apply,
            Mechanism.IMAGE),
        build(
            run,
            "teacher.background",
            latents,
            new FlatColour(Palette.BACKGROUND, BACKGROUND, latents, size)::apply,
            Mechanism.IMAGE));
  }

  private static Network build(
      Run run, String role, Latents latents, UnaryOperator<NDArray> form, String output) {
    var block = Staged.builder().input(Latents.INPUT).apply(form).tap(output).build();
    return run.build(role, block, latents.shape()).freeze();
  }
}
