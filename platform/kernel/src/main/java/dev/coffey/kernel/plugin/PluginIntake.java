package dev.coffey.kernel.plugin;

import java.nio.file.Path;

/** The door through which plugins come in: readable, harmless names, a bundle, allowed. */
public final class PluginIntake {
  private final PluginStore store;
  private final AllowList allowed;

  /** {@code store}: where plugins are copied to. */
  public PluginIntake(PluginStore store, AllowList allowed) {
    this.store = store;
    this.allowed = allowed;
  }

  /** The copy of {@code jar} in the store; nothing comes into the store without a look at it. */
  public StoredJar take(Path jar) throws Refusal {
    return store.put(
        jar,
        copy -> {
          BundleManifest.read(copy.path());
          JarEntries.check(copy.path());
          allowed.check(copy);
        });
  }
}
