package dev.coffey.benchmarks.loop;

import ai.djl.ndarray.NDManager;
import dev.coffey.api.Run;
import java.lang.reflect.Proxy;

/** Lets a source make its batches outside any workspace: a run that has nothing but a scratch. */
final class ScratchRun {
  private NDManager scratch;

  /** Where the next batch is made. */
  void use(NDManager manager) {
    scratch = manager;
  }

  Run view() {
    return (Run)
        Proxy.newProxyInstance(
            Run.class.getClassLoader(),
            new Class<?>[] {Run.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("scratch")) {
                return scratch;
              }
              throw new UnsupportedOperationException("there is no run, so no " + method.getName());
            });
  }
}
