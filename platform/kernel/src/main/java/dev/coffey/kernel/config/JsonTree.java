package dev.coffey.kernel.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.coffey.kernel.config.Tree.Absent;
import dev.coffey.kernel.config.Tree.Entries;
import dev.coffey.kernel.config.Tree.Items;
import dev.coffey.kernel.config.Tree.Scalar;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Makes trees of values in memory. */
final class JsonTree {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonTree() {}

  static Tree of(Object value, Origin origin) {
    if (value instanceof Settings settings) {
      return settings.tree() instanceof Absent ? Entries.none(origin) : settings.tree();
    }
    if (value instanceof JsonNode node) {
      return ofJson(node, origin);
    }
    if (value instanceof Record options) {
      return ofRecord(options, origin);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Tree> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(String.valueOf(key), of(entry, origin)));
      return new Entries(entries, origin);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(inner -> of(inner, origin)).orElse(Entries.none(origin));
    }
    if (value instanceof Enum<?> constant) {
      return text(KebabCase.constant(constant), origin);
    }
    if (value instanceof Path path) { // before Iterable, which a path is: of its names
      return text(path.toString(), origin);
    }
    if (value instanceof Iterable<?> list) {
      return new Items(
          StreamSupport.stream(list.spliterator(), false).map(item -> of(item, origin)).toList(),
          origin);
    }
    return ofJson(JSON.valueToTree(value), origin);
  }

  private static Tree ofJson(JsonNode node, Origin origin) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Tree> entries = new LinkedHashMap<>();
        node.properties()
            .forEach(entry -> entries.put(entry.getKey(), ofJson(entry.getValue(), origin)));
        yield new Entries(entries, origin);
      }
      case ARRAY ->
          new Items(
              StreamSupport.stream(node.spliterator(), false)
                  .map(item -> ofJson(item, origin))
                  .toList(),
              origin);
      case NULL, MISSING -> Entries.none(origin);
      default -> new Scalar(node, node.asText(), origin);
    };
  }

  private static Tree text(String text, Origin origin) {
    return new Scalar(TextNode.valueOf(text), text, origin);
  }

  private static Tree ofRecord(Record options, Origin origin) {
    Map<String, Tree> entries = new LinkedHashMap<>();
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      Object value = read(component.getAccessor(), options);
      if (!(value instanceof Optional<?> optional) || optional.isPresent()) {
        entries.put(KebabCase.key(component.getName()), of(value, origin));
      }
    }
    return new Entries(entries, origin);
  }

  private static Object read(Method accessor, Record options) {
    try {
      accessor.setAccessible(true); // option records of plugins may be package-private
      return accessor.invoke(options);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(
          "%s of %s cannot be read".formatted(accessor.getName(), options.getClass()), failure);
    }
  }
}
