package dev.coffey.plugins.variants;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A texture for each of the ten classes. */
final class TextureSet {
  private final List<Texture> textures;

  private TextureSet(List<Texture> textures) {
    this.textures = textures;
  }

  /** The textures of a seed: not an option, for they are what the classes are. */
  static TextureSet of(long seed, Function<RandomGenerator, Texture> kind) {
    var random = new SplittableRandom(seed);
    return new TextureSet(Stream.generate(() -> kind.apply(random)).limit(Digits.CLASSES).toList());
  }

  List<Texture> textures() {
    return textures;
  }

  /** The colours that patterns show as 1. */
  Palette first() {
    return new Palette(textures.stream().map(Texture::first).toList());
  }

  /** The colours that patterns show as 0. */
  Palette second() {
    return new Palette(textures.stream().map(Texture::second).toList());
  }

  /** All patterns one after the other, float32, (10·64·64). */
  NDArray patterns(NDManager manager) {
    float[] values = new float[textures.size() * Texture.SIDE * Texture.SIDE];
    int at = 0;
    for (Texture texture : textures) {
      for (byte value : texture.pattern()) {
        values[at++] = value;
      }
    }
    return manager.create(values, new Shape(values.length));
  }
}
