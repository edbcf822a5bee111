package dev.coffey.cli.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The properties that an archetype requires, in the order of its descriptor.
 *
 * @param defaults name → default, which may refer to properties before it
 */
record ArchetypeProperties(Map<String, String> defaults) {
  /** Reads an {@code archetype-metadata.xml}. */
  static ArchetypeProperties read(Path descriptor) throws IOException {
    var defaults = new LinkedHashMap<String, String>();
    var properties = parse(descriptor).getElementsByTagName("requiredProperty");
    for (int i = 0; i < properties.getLength(); i++) {
      var property = (Element) properties.item(i);
      var given = property.getElementsByTagName("defaultValue").item(0);
      defaults.put(property.getAttribute("key"), given.getTextContent());
    }
    return new ArchetypeProperties(defaults);
  }

  private static Document parse(Path descriptor) throws IOException {
    try (var in = Files.newInputStream(descriptor)) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("%s can't be read".formatted(descriptor), e);
    }
  }

  /** {@code given}, the defaults of the others, and the package as a path, as Maven has it. */
  Map<String, String> complete(Map<String, String> given) {
    var complete = new LinkedHashMap<>(given);
    defaults.forEach(
        (name, text) ->
            complete.computeIfAbsent(name, absent -> new Template(complete).render(text)));
    complete.put("packageInPathFormat", complete.get("package").replace('.', '/'));
    return complete;
  }
}
