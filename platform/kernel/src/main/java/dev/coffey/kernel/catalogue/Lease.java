package dev.coffey.kernel.catalogue;

/** A pinned service. Good until the {@link Leases} it came from are closed. */
public interface Lease<S> {
  /**
   * The service.
   *
   * @throws IllegalStateException if its scope is closed
   */
  S service();

  /** Where it comes from; for records. */
  Offer offer();
}
