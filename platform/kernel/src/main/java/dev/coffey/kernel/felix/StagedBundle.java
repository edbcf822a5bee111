package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.plugin.BundleManifest;
import java.nio.file.Path;
import org.osgi.framework.Bundle;

/** A bundle that is installed and not started yet. {@code path}: the jar, where the user put it. */
record StagedBundle(Path path, BundleManifest manifest, BundleVersion version, Bundle bundle) {}
