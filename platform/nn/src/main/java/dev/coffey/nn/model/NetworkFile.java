package dev.coffey.nn.model;

import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.engine.EngineSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file with a trained network, and what its author must say about it.
 *
 * @param path of the file; for an MXNet symbol that of {@code NAME-symbol.json}
 * @param reads the entry of a batch that it takes
 * @param input shape of one sample as the network takes it; that of the data if it isn't given
 * @param outputs a tap's name for each output, in the network's order
 * @param range of its outputs, if they aren't to stay as they are
 */
public record NetworkFile(
    Path path,
    String reads,
    Optional<Shape> input,
    List<String> outputs,
    Optional<OutputRange> range) {
  /** The entry of a batch that holds the dataset's samples. */
  public static final String SAMPLES = "x";

  private static final String SYMBOL = "-symbol.json";
  private static final String PARAMETERS = "-0000.params";

  /** Takes a copy of the list. */
  public NetworkFile {
    outputs = List.copyOf(outputs);
  }

  /** One that takes the dataset's samples and whose outputs stay as they are. */
  public static NetworkFile ofSamples(Path path, Optional<Shape> input, List<String> outputs) {
    return new NetworkFile(path, SAMPLES, input, outputs, Optional.empty());
  }

  /** Whether it takes the dataset's samples. */
  public boolean readsSamples() {
    return reads.equals(SAMPLES);
  }

  /** The file's name. */
  public String name() {
    return path.getFileName().toString();
  }

  /** All files it consists of, the named one first. */
  public List<Path> parts() {
    return name().endsWith(SYMBOL)
        ? List.of(path, path.resolveSibling(stem() + PARAMETERS))
        : List.of(path);
  }

  /** Whether {@code engine} reads files of this ending. */
  public boolean isReadBy(EngineSource engine) {
    return engine.reads().stream().anyMatch(name()::endsWith);
  }

  /** What DJL wants to be told of it beside its folder. */
  String prefix() {
    return name().endsWith(SYMBOL) ? stem() : name();
  }

  private String stem() {
    return name().substring(0, name().length() - SYMBOL.length());
  }
}
