package dev.coffey.plugins.augment;

import java.util.random.RandomGenerator;

/**
 * What an image gets from its partner: the pixels in a box, or those around it.
 *
 * @param box within the image
 * @param around whether it is the pixels around the box
 */
record Cut(Box box, boolean around) {
  /**
   * A box with sides of √(1 − share) of the image's, its centre anywhere, what lies outside of the
   * image cut off (Yun et al. 2019, equation 2 and their code). If it covers more than half of the
   * image, the box is what stays.
   */
  static Cut of(double share, RandomGenerator random, int height, int width) {
    double side = Math.sqrt(1 - share);
    int high = (int) Math.round(side * height);
    int wide = (int) Math.round(side * width);
    int top = random.nextInt(height) - high / 2;
    int left = random.nextInt(width) - wide / 2;
    Box box = new Box(top, left, top + high, left + wide).within(height, width);
    return new Cut(box, 2 * box.area() > height * width);
  }

  /** The image's own share of {@code pixels} pixels, at least one half. */
  double lambda(int pixels) {
    double inside = (double) box.area() / pixels;
    return around ? inside : 1 - inside;
  }
}
