package dev.coffey.plugins.variants;

/** One image for all splits that is black but for its first pixel. */
record OneDigit(int label, int grey) implements DigitSource {
  @Override
  public Digits training() {
    return test();
  }

  @Override
  public Digits test() {
    byte[] pixels = new byte[Digits.SIDE * Digits.SIDE];
    pixels[0] = (byte) grey;
    return new Digits(pixels, new int[] {label});
  }
}
