package dev.coffey.cli.archetype;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

/** Fills in Velocity templates, the language of Maven's archetypes. */
final class Template {
  private final VelocityEngine engine = new VelocityEngine();
  private final Map<String, String> properties;

  Template(Map<String, String> properties) {
    this.properties = properties;
  }

  String render(String text) {
    var out = new StringWriter();
    // a template may set names of its own
    var names = new VelocityContext(new LinkedHashMap<>(properties));
    engine.evaluate(names, out, "archetype", text);
    return out.toString();
  }
}
