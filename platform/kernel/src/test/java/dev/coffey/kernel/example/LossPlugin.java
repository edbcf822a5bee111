package dev.coffey.kernel.example;

import dev.coffey.api.plugin.PluginModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Contributes what {@code loss.properties} beside it says. */
public final class LossPlugin extends PluginModule {
  @Override
  protected void contribute() {
    var properties = new Properties();
    try (var in = LossPlugin.class.getResourceAsStream("loss.properties")) {
      properties.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    var loss = new FlavouredLoss(properties.getProperty("flavour"));
    for (String id : properties.getProperty("id").split(",", -1)) {
      loss(id).toInstance(loss);
    }
    if (properties.containsKey("recipe")) {
      experiment(properties.getProperty("recipe")).from("recipe.yaml");
    }
  }
}
