package dev.coffey.kernel.catalogue;

import dev.coffey.api.Plugin;

/**
 * A service that the platform itself brings.
 *
 * @param kind the interface it is offered under
 * @param id its name among its kind
 * @param service stateless and thread-safe, like every service
 */
public record BuiltIn(Class<? extends Plugin> kind, String id, Plugin service) {
  /** Checks that the service is of its kind. */
  public BuiltIn {
    if (!kind.isInstance(service)) {
      throw new IllegalArgumentException(
          "the built-in '%s' is no %s, but a %s"
              .formatted(id, Kinds.nameOf(kind), service.getClass().getName()));
    }
  }
}
