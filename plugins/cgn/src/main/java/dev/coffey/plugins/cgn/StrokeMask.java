package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.coffey.plugins.cgn.Digits.Segment;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A digit's strokes as a mask. With t = tanh of the noise, its points p move to
 *
 * <pre>
 * q = R(0.25·t₀)·[[sx, sh·sy], [0, sy]]·(p − ½),   sx = .735 + .115·t₁, sy = .765 + .115·t₂, sh = .25·t₃
 * p′ = q + .03·(t₄, t₅)·sin(6·(q_y, q_x)) + ½ + .07·(t₈, t₉)
 * </pre>
 *
 * and a pixel is clip((r − distance)·size + ½), r = .05 + .015·t₁₀, the distance being that of its
 * centre to the nearest segment. About 0.137 of the pixels are covered.
 */
record StrokeMask(Latents latents, int size) {
  private static final float TINY = 1e-8f;

  /** {@code z}: see {@link Latents}. Gives (N, 1, size, size), in [1e-4, 0.9999]. */
  NDArray apply(NDArray z) {
    var pose = new Pose(latents.noise(z).get(new NDIndex(":, :11")).tanh().transpose());
    NDArray distances = squaredDistances(ends(latents.label(z).transpose(), pose)).maximum(TINY);
    NDArray radius = pose.row(10).mul(0.015f).add(0.05f).transpose();
    NDArray covered = radius.sub(distances.sqrt()).mul((float) size).add(0.5f);
    return Mechanism.clamped(covered).reshape(-1, 1, size, size);
  }

  /** Ends of S segments for each of N samples: coordinates of first and second, (S, N) each. */
  record Ends(NDArray x1, NDArray y1, NDArray x2, NDArray y2) {}

  private static Ends ends(NDArray label, Pose pose) {
    List<List<Segment>> digits = Digits.segments();
    NDList first =
        pose.apply(chosen(label, digits, Segment::x1), chosen(label, digits, Segment::y1));
    NDList second =
        pose.apply(chosen(label, digits, Segment::x2), chosen(label, digits, Segment::y2));
    return new Ends(first.get(0), first.get(1), second.get(0), second.get(1));
  }

  /** A coordinate of the class's segments, (S, N). {@code label}: (10, N). */
  private static NDArray chosen(
      NDArray label, List<List<Segment>> digits, ToDoubleFunction<Segment> coordinate) {
    float[][] table = new float[digits.get(0).size()][digits.size()];
    for (int i = 0; i < table.length; i++) {
      for (int digit = 0; digit < table[i].length; digit++) {
        table[i][digit] = (float) coordinate.applyAsDouble(digits.get(digit).get(i));
      }
    }
    return label.getManager().create(table).matMul(label);
  }

  /** Moves points, see {@link StrokeMask}. {@code t}: (11, N). */
  private record Pose(NDArray t) {
    /** t of number {@code k}: (1, N). */
    NDArray row(int k) {
      return t.get(new NDIndex(k + ":" + (k + 1)));
    }

    /** {@code x}, {@code y}: (S, N). Gives both moved. */
    NDList apply(NDArray x, NDArray y) {
      NDArray down = y.sub(0.5f).mul(row(2).mul(0.115f).add(0.765f));
      NDArray right =
          x.sub(0.5f).mul(row(1).mul(0.115f).add(0.735f)).add(down.mul(row(3).mul(0.25f)));
      NDArray angle = row(0).mul(0.25f);
      NDArray turnedX = right.mul(angle.cos()).sub(down.mul(angle.sin()));
      NDArray turnedY = right.mul(angle.sin()).add(down.mul(angle.cos()));
      return new NDList(bent(turnedX, turnedY, 4, 8), bent(turnedY, turnedX, 5, 9));
    }

    private NDArray bent(NDArray along, NDArray across, int wave, int shift) {
      return along
          .add(across.mul(6f).sin().mul(row(wave).mul(0.03f)))
          .add(row(shift).mul(0.07f).add(0.5f));
    }
  }

  /**
   * Squared distances of all pixels' centres, row by row, to the nearest of each sample's segments:
   * (N, P). What is linear in a pixel's place is one matrix product for all pixels and segments.
   */
  NDArray squaredDistances(Ends ends) {
    Shape shape = ends.x1().getShape();
    NDArray dx = ends.x2().sub(ends.x1());
    NDArray dy = ends.y2().sub(ends.y1());
    NDArray length = dx.square().add(dy.square()).maximum(TINY).sqrt();
    NDArray ux = dx.div(length);
    NDArray uy = dy.div(length);
    NDArray start = ux.mul(ends.x1()).add(uy.mul(ends.y1()));
    NDArray before = places(ux.neg(), uy.neg(), start);
    NDArray beyond = places(ux, uy, start.add(length).neg());
    NDArray beside = places(uy, ux.neg(), ends.y1().mul(ux).sub(ends.x1().mul(uy)));
    NDArray outside = before.maximum(beyond).maximum(0f);
    NDArray squares = outside.square().add(beside.square());
    return smallest(squares.reshape(shape.get(0), shape.get(1), -1));
  }

  /** x·{@code ofX} + y·{@code ofY} + {@code constant}, each (S, N), at all pixels: (S·N, P). */
  private NDArray places(NDArray ofX, NDArray ofY, NDArray constant) {
    return ofX.reshape(-1, 1)
        .concat(ofY.reshape(-1, 1), 1)
        .concat(constant.reshape(-1, 1), 1)
        .matMul(pixels(ofX.getManager()));
  }

  /** x, y and 1 of all pixels' centres: (3, P). */
  private NDArray pixels(NDManager manager) {
    float[][] pixels = new float[3][size * size];
    for (int i = 0; i < size * size; i++) {
      pixels[0][i] = centre(i % size);
      pixels[1][i] = centre(i / size);
      pixels[2][i] = 1;
    }
    return manager.create(pixels);
  }

  private float centre(int index) {
    return (index + 0.5f) / size;
  }

  /**
   * The minimum over the first axis, halved again and again: segments meet, and MXNet's reduction
   * gives the gradient to each of several equal numbers.
   */
  private static NDArray smallest(NDArray values) {
    NDArray smallest = values;
    long count = values.getShape().get(0);
    while (count > 1) {
      long half = (count + 1) / 2;
      smallest =
          smallest
              .get(new NDIndex(":" + half))
              .minimum(smallest.get(new NDIndex((count - half) + ":")));
      count = half;
    }
    return smallest.get(0);
  }
}
