package dev.coffey.lab.method;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which tensors a loss reads: input name → {@code student/TAP}, {@code student.NAME/TAP}, {@code
 * teacher/TAP}, {@code batch/NAME}, or one of these within {@code stop(…)}, which makes it a
 * constant.
 */
public record Wiring(Map<String, String> sources) {
  private static final String SOURCE = "(student|teacher|batch)(\\.[\\w-]+)?/[\\w-]+";

  /** Checks the form of every source. */
  public Wiring {
    sources = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    sources.forEach(
        (input, source) -> {
          if (!source.matches(SOURCE) && !source.matches("stop\\(" + SOURCE + "\\)")) {
            throw new IllegalArgumentException(
                "input '"
                    + input
                    + "' must be wired to student/TAP, teacher/TAP or batch/NAME, but is wired to '"
                    + source
                    + "'");
          }
        });
  }

  /** Whether it needs the teacher's outputs. */
  public boolean readsTeacher() {
    return ofTeacher().findAny().isPresent();
  }

  /** The teacher's outputs it reads: {@code teacher/TAP}. */
  public Stream<String> ofTeacher() {
    return sources.values().stream().map(Wiring::plain).filter(name -> name.startsWith("teacher"));
  }

  /**
   * Input name → {@code student/TAP}, {@code teacher/TAP} or {@code batch/NAME}, stopped or not.
   */
  public Map<String, String> plainSources() {
    var plain = new LinkedHashMap<String, String>();
    sources.forEach((input, source) -> plain.put(input, plain(source)));
    return plain;
  }

  /** Picks the inputs out of everything a step has. */
  public Tensors pick(Tensors all) {
    var picked = new LinkedHashMap<String, NDArray>();
    sources.forEach(
        (input, source) -> {
          NDArray value = all.get(plain(source));
          picked.put(input, source.startsWith("stop(") ? value.stopGradient() : value);
        });
    return Tensors.of(picked);
  }

  private static String plain(String source) {
    return source.startsWith("stop(") ? source.substring(5, source.length() - 1) : source;
  }
}
