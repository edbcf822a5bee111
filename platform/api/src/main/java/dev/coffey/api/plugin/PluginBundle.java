package dev.coffey.api.plugin;

import dev.coffey.api.Stability;
import dev.coffey.api.Stability.Level;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Header;

/**
 * Marks the {@link PluginModule} of a bundle. bnd writes the manifest header {@value #HEADER} from
 * it; the header is all the kernel looks for.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Header(name = PluginBundle.HEADER, value = "${@class}")
@Stability(Level.STABLE)
public @interface PluginBundle {
  /** The manifest header that names the module class. */
  String HEADER = "Coffey-Plugin";
}
