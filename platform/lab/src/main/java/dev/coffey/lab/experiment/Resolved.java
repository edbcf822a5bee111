package dev.coffey.lab.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Settings;
import dev.coffey.nn.Workspace.OptionSource;

/**
 * A leased service with its bound options.
 *
 * @param asked its id as the file has it, perhaps with a version
 */
public record Resolved<S extends Plugin>(S service, Offer offer, Record options, String asked) {
  /** Answers {@link dev.coffey.api.Run#options}. */
  public OptionSource optionSource() {
    return new OptionSource() {
      @Override
      public <T extends Record> T get(Class<T> type) {
        return type.cast(options);
      }
    };
  }

  /** Everything about it that can change a result: who it is, its jar's digest, its options. */
  public ObjectNode identity() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", offer.id());
    node.put("digest", offer.digest());
    node.set("options", Settings.of(options, Origin.UNKNOWN).value());
    return node;
  }
}
