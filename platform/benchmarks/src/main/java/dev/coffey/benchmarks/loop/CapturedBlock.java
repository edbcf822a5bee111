package dev.coffey.benchmarks.loop;

import ai.djl.nn.Block;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import dev.coffey.benchmarks.product.Product;
import dev.coffey.nn.Workspace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

/** Looks over a student's shoulder while it builds its network. */
final class CapturedBlock {
  private CapturedBlock() {}

  /** The block that the student with this id builds; its weights belong to the workspace. */
  static Block of(Product product, Workspace workspace, String id) {
    Run view = Product.view(workspace, "student");
    var seen = new AtomicReference<Block>();
    var watched =
        (Run)
            Proxy.newProxyInstance(
                Run.class.getClassLoader(),
                new Class<?>[] {Run.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("build")) {
                    seen.set((Block) arguments[1]);
                  }
                  try {
                    return method.invoke(view, arguments);
                  } catch (InvocationTargetException refused) {
                    throw refused.getCause();
                  }
                });
    product.service(Student.class, id).open(watched);
    return seen.get();
  }
}
