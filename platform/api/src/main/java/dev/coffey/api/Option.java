package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of an option record: {@code coffey plugins info} prints it, and the
 * reference in {@code docs/} is made from it. A component may be a boolean, a number, a string, an
 * enum, a list, a map, a nested record or an {@link java.util.Optional} of these. Its key is its
 * name in kebab-case: {@code learningRate} is written {@code learning-rate}.
 *
 * <p>Rules that span components belong in the record's compact constructor: an {@link
 * IllegalArgumentException} thrown there becomes an error message at the place in the user's file.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@Stability(Level.STABLE)
public @interface Option {
  /** One line for the user: what it is, its unit and range. */
  String help();

  /**
   * The default, written as in a YAML file ({@code "0.9"}, {@code "[1, 2]"}); empty if the user
   * must give a value, unless the component is a nested record, a list, a map or an {@code
   * Optional}, which are then empty.
   */
  String value() default "";

  /** Smallest allowed number, inclusive. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest allowed number, inclusive. */
  double max() default Double.POSITIVE_INFINITY;
}
