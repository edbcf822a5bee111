package ${package};

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** What this bundle offers: the ${kind} {@code ${artifactId}}. */
@PluginBundle
public final class ${stem}Plugin extends PluginModule {
  @Override
  protected void contribute() {
    ${kind}("${artifactId}").to(${service}.class);
#if($kind == "loss" || $kind == "composer")
    experiment("${artifactId}").from("${artifactId}.yaml");
#end
  }
}
