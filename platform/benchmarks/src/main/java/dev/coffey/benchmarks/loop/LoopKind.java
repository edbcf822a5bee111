package dev.coffey.benchmarks.loop;

import dev.coffey.benchmarks.product.Product;

/** Who trains. */
public enum LoopKind {
  /** The lab's loop, on hard labels. */
  COFFEY {
    @Override
    public Loop open(Product product, Task task) {
      return Training.SUPERVISED.open(product, task);
    }
  },
  /** DJL alone. */
  BARE_DJL {
    @Override
    public Loop open(Product product, Task task) {
      return BareLoop.open(product, task);
    }
  };

  /** Opens everything for its first step. */
  public abstract Loop open(Product product, Task task);
}
