package dev.coffey.plugins.variants;

import java.util.random.RandomGenerator;

/** A two-coloured pattern on a torus of 64x64. */
final class Texture {
  static final int SIDE = 64;

  private final byte[] pattern;
  private final double[] first;
  private final double[] second;

  private Texture(byte[] pattern, double[] first, double[] second) {
    this.pattern = pattern;
    this.first = first;
    this.second = second;
  }

  /** Stripes: the first colour is where sin(a·x + b·y + φ) is positive; steep and of some width. */
  static Texture stripes(RandomGenerator random) {
    return drawn(Wave.of(random, -6, 6, 2, 7), random);
  }

  /** Veins: the first colour is where a sum of four waves is near zero. */
  static Texture veins(RandomGenerator random) {
    Field[] waves = new Field[4];
    for (int i = 0; i < waves.length; i++) {
      waves[i] = Wave.of(random, -5, 5, -5, 5);
    }
    return drawn((x, y) -> 0.5 - Math.abs(sum(waves, x, y)), random);
  }

  private static double sum(Field[] fields, double x, double y) {
    double sum = 0;
    for (Field field : fields) {
      sum += field.at(x, y);
    }
    return sum;
  }

  private static Texture drawn(Field field, RandomGenerator random) {
    byte[] pattern = new byte[SIDE * SIDE];
    for (int pixel = 0; pixel < pattern.length; pixel++) {
      pattern[pixel] = (byte) (field.at(angle(pixel % SIDE), angle(pixel / SIDE)) > 0 ? 1 : 0);
    }
    return new Texture(pattern, color(random), color(random));
  }

  private static double angle(int at) {
    return 2 * Math.PI * at / SIDE;
  }

  private static double[] color(RandomGenerator random) {
    return random.doubles(3).toArray();
  }

  /** Row by row, 1 where the first colour is, else 0. */
  byte[] pattern() {
    return pattern;
  }

  /** Red, green, blue, in [0, 1]. */
  double[] first() {
    return first;
  }

  /** Red, green, blue, in [0, 1]. */
  double[] second() {
    return second;
  }

  /** A number at each place. */
  @FunctionalInterface
  private interface Field {
    double at(double x, double y);
  }

  /** sin(a·x + b·y + phase); whole a and b close it on the torus. */
  private record Wave(int a, int b, double phase) implements Field {
    static Wave of(RandomGenerator random, int leastA, int mostA, int leastB, int mostB) {
      return new Wave(
          random.nextInt(leastA, mostA + 1),
          random.nextInt(leastB, mostB + 1),
          random.nextDouble(2 * Math.PI));
    }

    @Override
    public double at(double x, double y) {
      // the same on every machine, which Math.sin need not be
      return StrictMath.sin(a * x + b * y + phase);
    }
  }
}
