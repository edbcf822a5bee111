package dev.coffey.kernel.example;

import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Its input is the first line of a file in another bundle. */
public final class DataReader implements Loss {
  @Override
  public Map<String, String> inputs() {
    try (var in = DataReader.class.getResourceAsStream("/data/digits/digits.txt")) {
      return in == null
          ? Map.of()
          : Map.of("digits", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public Term open(Run run) {
    throw new UnsupportedOperationException("no test opens it");
  }
}
