package dev.coffey.benchmarks.product;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Plugin;
import dev.coffey.api.Run;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.PlatformLayout;
import dev.coffey.kernel.catalogue.Catalogue;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.nn.Workspace;

/** A distribution at work in this process. */
public final class Product implements AutoCloseable {
  private static final long SEED = 1;

  private final TemporaryFolder state;
  private final Platform platform;
  private final Leases leases;
  private final String engine;

  private Product(TemporaryFolder state, Platform platform, String engine) {
    this.state = state;
    this.platform = platform;
    this.leases = platform.catalogue().lease();
    this.engine = engine;
  }

  /** {@code engine}: its name in an experiment file; loaded at its first use. */
  public static Product start(Distribution distribution, String engine) {
    var state = TemporaryFolder.create();
    var layout = new PlatformLayout(distribution.home(), state.path());
    // the owner of the engine is never closed, and must not keep the process from ending
    var platform = Aside.start(() -> Platform.start(layout));
    return new Product(state, platform, engine);
  }

  /** A service, held until this is closed. */
  public <S extends Plugin> S service(Class<S> kind, String id) {
    return leases.lease(kind, id).service();
  }

  /** What can be leased beside what is held here. */
  public Catalogue catalogue() {
    return platform.catalogue();
  }

  /** From now on plugins come and go with their jars. */
  public void watch() {
    Aside.start(
        () -> {
          platform.watch(line -> {});
          return true;
        });
  }

  /** A workspace of the calling thread. {@code data}: what it trains on; null if not known yet. */
  public Workspace workspace(DataSpec data) {
    return Workspace.open(
        new Workspace.Settings(
            EngineOwner.engine(platform, engine),
            "cpu",
            SEED,
            data,
            (series, progress, value) -> {}));
  }

  /** A plugin's view with default options. */
  public static Run view(Workspace workspace, String scope) {
    return workspace.view(scope, new DefaultOptions());
  }

  /** The view of a student that is used as a teacher, with default options. */
  public static Run viewAsTeacher(Workspace workspace) {
    return workspace.viewAsTeacher(new DefaultOptions());
  }

  @Override
  public void close() {
    leases.close();
    EngineOwner.close(platform);
    state.close();
  }
}
