package dev.coffey.kernel.felix;

import dev.coffey.nn.engine.EngineSource;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The engines that bundles offer. Asking for their names loads none of them. */
final class EngineTracker extends ServiceTracker<EngineSource, EngineSource> {
  EngineTracker(BundleContext context) {
    super(context, EngineSource.class, null);
  }

  SortedMap<String, EngineSource> byName() {
    var engines = new TreeMap<String, EngineSource>();
    // sorted by service ranking, best first
    getTracked().values().forEach(source -> engines.putIfAbsent(source.name(), source));
    return engines;
  }
}
