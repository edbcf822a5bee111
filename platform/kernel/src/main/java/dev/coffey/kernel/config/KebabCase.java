package dev.coffey.kernel.config;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import java.util.Locale;

/**
 * How Java names are written in configuration files: {@code weightDecay} is {@code weight-decay}.
 */
final class KebabCase {
  private KebabCase() {}

  static String key(String component) {
    return new KebabCaseStrategy().translate(component);
  }

  static String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
