package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What all nine kinds of service have in common. Not implemented directly: implement one of its
 * sub-interfaces and offer it from a {@link dev.coffey.api.plugin.PluginModule}, which also gives
 * it its id.
 */
@ConsumerType
@Stability(Level.STABLE)
public sealed interface Plugin
    permits Classifier, Composer, Dataset, Loss, Method, Metric, Observer, Student, Teacher {
  /**
   * The options this service understands: a record whose components carry {@link Option}. The
   * kernel binds the user's configuration to it before anything runs, refuses unknown or ill-typed
   * keys, and hands the result out through {@link Run#options(Class)}. Never null.
   */
  default Class<? extends Record> options() {
    return NoOptions.class;
  }
}
