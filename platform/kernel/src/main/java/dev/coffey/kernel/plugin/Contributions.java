package dev.coffey.kernel.plugin;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.config.Settings;
import java.util.List;

/** What a plugin's module contributes, made and read. */
public record Contributions(List<Service> services, List<Recipe> recipes) {
  /** One service. */
  public record Service(Class<? extends Plugin> kind, String id, Plugin instance) {}

  /** One recipe. */
  public record Recipe(String id, Settings content) {}
}
