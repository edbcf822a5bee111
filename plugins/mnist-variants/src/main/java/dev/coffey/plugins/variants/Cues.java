package dev.coffey.plugins.variants;

/** How colours or textures are chosen. */
enum Cues {
  /** By the digit: they give the class away. */
  BIASED,
  /** Uniformly, independent of the digit. */
  SHIFTED
}
