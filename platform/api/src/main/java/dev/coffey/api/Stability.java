package dev.coffey.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How firmly an exported type can be built upon. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Stability {
  /** The promise made for the annotated type. */
  Level value();

  /** Levels of promise, weakest first. */
  enum Level {
    /** May change in any release; the release notes say how. */
    EXPERIMENTAL,
    /** Changes only with the major version of its package. */
    STABLE
  }
}
