package dev.coffey.plugins.variants;

import dev.coffey.plugins.variants.StrokeTemplates.Point;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Digits drawn with a round pen along {@link StrokeTemplates}, each bent and moved in its own way:
 * 6,000 to train on, 1,000 to test, white on black. They need no files, and are the same whatever
 * the options.
 */
final class StrokeDigits implements DigitSource {
  private static final int PIXELS = Digits.SIDE * Digits.SIDE;
  private static final int TRAINING = 6_000;
  private static final int TEST = 1_000;

  @Override
  public Digits training() {
    return drawn(TRAINING, 1);
  }

  @Override
  public Digits test() {
    return drawn(TEST, 2);
  }

  private static Digits drawn(int count, long seed) {
    var random = new SplittableRandom(seed);
    byte[] pixels = new byte[count * PIXELS];
    int[] labels = new int[count];
    for (int digit = 0; digit < count; digit++) {
      labels[digit] = random.nextInt(Digits.CLASSES);
      draw(new Canvas(pixels, digit * PIXELS), labels[digit], random);
    }
    return new Digits(pixels, labels);
  }

  private static void draw(Canvas canvas, int label, RandomGenerator random) {
    var bend = Bend.draw(random);
    double radius = random.nextDouble(0.035, 0.065);
    for (var line : StrokeTemplates.of(label)) {
      Point from = bend.apply(line.get(0));
      for (Point point : line.subList(1, line.size())) {
        Point to = bend.apply(point);
        canvas.line(from, to, radius);
        from = to;
      }
    }
  }

  /** Turns, scales, shears, waves and moves a point of the unit square. */
  private record Bend(
      double cos, double sin, double sx, double sy, double shear, Point wave, Point shift) {
    static Bend draw(RandomGenerator random) {
      double angle = random.nextDouble(-0.25, 0.25);
      return new Bend(
          StrictMath.cos(angle),
          StrictMath.sin(angle),
          random.nextDouble(0.62, 0.85),
          random.nextDouble(0.65, 0.88),
          random.nextDouble(-0.25, 0.25),
          new Point(0.02 * random.nextGaussian(), 0.02 * random.nextGaussian()),
          new Point(random.nextDouble(-0.07, 0.07), random.nextDouble(-0.07, 0.07)));
    }

    Point apply(Point p) {
      double scaledY = sy * (p.y() - 0.5);
      double scaledX = sx * (p.x() - 0.5) + shear * scaledY;
      double x = cos * scaledX - sin * scaledY;
      double y = sin * scaledX + cos * scaledY;
      return new Point(
          x + wave.x() * StrictMath.sin(6 * y) + 0.5 + shift.x(),
          y + wave.y() * StrictMath.sin(6 * x) + 0.5 + shift.y());
    }
  }
}
