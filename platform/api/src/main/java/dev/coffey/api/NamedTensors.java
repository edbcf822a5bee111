package dev.coffey.api;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

record NamedTensors(Map<String, NDArray> arrays) implements Tensors {
  NamedTensors {
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
  }

  @Override
  public NDArray get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no tensor '" + name + "'; there are " + arrays.keySet()));
  }

  @Override
  public Optional<NDArray> find(String name) {
    return Optional.ofNullable(arrays.get(requireNonNull(name, "name is null")));
  }

  @Override
  public Tensors with(String name, NDArray value) {
    requireNonNull(name, "name is null");
    requireNonNull(value, "value is null");
    var extended = new LinkedHashMap<>(arrays);
    extended.put(name, value);
    return new NamedTensors(extended);
  }

  @Override
  public Set<String> names() {
    return arrays.keySet();
  }

  @Override
  public String toString() {
    var text = new StringBuilder("{");
    arrays.forEach((name, array) -> text.append(name).append(array.getShape()).append(' '));
    return text.toString().strip() + "}";
  }
}
