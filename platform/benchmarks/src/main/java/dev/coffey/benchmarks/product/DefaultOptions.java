package dev.coffey.benchmarks.product;

import dev.coffey.kernel.config.LayeredConfiguration;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.nn.Workspace.OptionSource;

/** Gives every plugin its options as they are when the user writes none. */
final class DefaultOptions implements OptionSource {
  @Override
  public <T extends Record> T get(Class<T> type) {
    return new OptionBinder().bind(LayeredConfiguration.builder().load(), type);
  }
}
