package dev.coffey.api;

import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Stability.Level;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns frozen features or composed images into decisions: a probe, kNN, an invariant classifier.
 */
@ConsumerType
@Stability(Level.STABLE)
public non-sealed interface Classifier extends Plugin {
  /** Opens the classifier for one run. Called on the run's thread. */
  Judge open(Run run);

  /** A classifier at work in one run. */
  @ConsumerType
  @Stability(Level.STABLE)
  interface Judge {
    /** Learns from {@code train}, each batch sent through {@code features} first. */
    void fit(Source train, UnaryOperator<Tensors> features);

    /** Decides: {@code logits}, float32, (N, classes). {@code batch}: features as in fit. */
    Tensors predict(Tensors batch);
  }
}
