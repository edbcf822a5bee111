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
    NDArray t = latents.noise(z).get(new NDIndex(":, :11")).tanh();
    NDArray radius = column(t, 10).mul(0.015f).add(0.05f);
    NDArray distance = distances(ends(latents.label(z), t)).maximum(TINY).sqrt();
    NDArray covered = radius.sub(distance).mul((float) size).add(0.5f);
    return Mechanism.clamped(covered).reshape(-1, 1, size, size);
  }

  /** Column {@code k}, (N, 1). */
  private static NDArray column(NDArray t, int k) {
    return t.get(new NDIndex(":, " + k + ":" + (k + 1)));
  }

  /** Ends of N times S segments: coordinates of the first and of the second, (N, S) each. */
  record Ends(NDArray x1, NDArray y1, NDArray x2, NDArray y2) {}

  private static Ends ends(NDArray label, NDArray t) {
    List<List<Segment>> digits = Digits.segments();
    var pose = new Pose(t);
    NDList first = pose.apply(chosen(label, digits, Segment::x1), chosen(label, digits, Segment::y1));
    NDList second =
        pose.apply(chosen(label, digits, Segment::x2), chosen(label, digits, Segment::y2));
    return new Ends(first.get(0), first.get(1), second.get(0), second.get(1));
  }

  /** A coordinate of the class's segments: (N, S). */
  private static NDArray chosen(
      NDArray label, List<List<Segment>> digits, ToDoubleFunction<Segment> coordinate) {
    float[][] table = new float[digits.size()][digits.get(0).size()];
    for (int digit = 0; digit < table.length; digit++) {
      for (int i = 0; i < table[digit].length; i++) {
        table[digit][i] = (float) coordinate.applyAsDouble(digits.get(digit).get(i));
      }
    }
    return label.matMul(label.getManager().create(table));
  }

  /** Moves points, see {@link StrokeMask}. {@code t}: (N, 11). */
  private record Pose(NDArray t) {
    /** {@code x}, {@code y}: (N, S). Gives both moved. */
    NDList apply(NDArray x, NDArray y) {
      NDArray tallness = column(t, 2).mul(0.115f).add(0.765f);
      NDArray down = y.sub(0.5f).mul(tallness);
      NDArray right =
          x.sub(0.5f)
              .mul(column(t, 1).mul(0.115f).add(0.735f))
              .add(down.mul(column(t, 3).mul(0.25f)));
      NDArray angle = column(t, 0).mul(0.25f);
      NDArray cos = angle.cos();
      NDArray sin = angle.sin();
      NDArray qx = right.mul(cos).sub(down.mul(sin));
      NDArray qy = right.mul(sin).add(down.mul(cos));
      return new NDList(bent(qx, qy, 4, 8), bent(qy, qx, 5, 9));
    }

    private NDArray bent(NDArray along, NDArray across, int wave, int shift) {
      return along
          .add(across.mul(6f).sin().mul(column(t, wave).mul(0.03f)))
          .add(column(t, shift).mul(0.07f).add(0.5f));
    }
  }

  /**
   * Squared distances of all pixels' centres to the nearest of each sample's segments, (N, P).
   * Products of pixels and segments are two matrix products; see the lines for the rest.
   */
  NDArray distances(Ends ends) {
    Shape shape = ends.x1().getShape();
    NDArray dx = ends.x2().sub(ends.x1());
    NDArray dy = ends.y2().sub(ends.y1());
    NDArray lengths = dx.square().add(dy.square()).maximum(TINY);
    // (p − a)·d / d·d: where along the segment the foot of the perpendicular is
    NDArray foot =
        pixelsTimes(
            dx.div(lengths),
            dy.div(lengths),
            ends.x1().mul(dx).add(ends.y1().mul(dy)).div(lengths).neg());
    // |p − a|² − |p|²
    NDArray toEnd =
        pixelsTimes(
            ends.x1().mul(-2f), ends.y1().mul(-2f), ends.x1().square().add(ends.y1().square()));
    NDArray nearest = foot.clip(0, 1);
    // |p − a − s·d|² = |p − a|² − d·d·s·(2·foot − s)
    NDArray saved = nearest.mul(foot.mul(2f).sub(nearest)).mul(lengths.reshape(1, -1));
    return toEnd
        .sub(saved)
        .reshape((long) size * size, shape.get(0), shape.get(1))
        .min(new int[] {2})
        .add(squares(ends.x1().getManager()))
        .transpose();
  }

  /** x·{@code ofX} + y·{@code ofY} + {@code constant} for each pixel and segment: (P, N·S). */
  private NDArray pixelsTimes(NDArray ofX, NDArray ofY, NDArray constant) {
    NDArray lines = ofX.reshape(1, -1).concat(ofY.reshape(1, -1), 0).concat(constant.reshape(1, -1), 0);
    return pixels(ofX.getManager()).matMul(lines);
  }

  /** x, y and 1 of each pixel's centre, row by row: (P, 3). */
  private NDArray pixels(NDManager manager) {
    float[][] pixels = new float[size * size][];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = new float[] {centre(i % size), centre(i / size), 1};
    }
    return manager.create(pixels);
  }

  /** x² + y² of each pixel's centre: (P, 1). */
  private NDArray squares(NDManager manager) {
    float[] squares = new float[size * size];
    for (int i = 0; i < squares.length; i++) {
      float x = centre(i % size);
      float y = centre(i / size);
      squares[i] = x * x + y * y;
    }
    return manager.create(squares, new Shape(squares.length, 1));
  }

  private float centre(int index) {
    return (index + 0.5f) / size;
  }
}
