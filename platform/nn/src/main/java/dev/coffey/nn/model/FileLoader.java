package dev.coffey.nn.model;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.coffey.nn.model.UnfitFile.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads a network from its file and tries it on blank samples, so that misfits show at once. */
public final class FileLoader {
  private static final int TRIED = 2;

  private final NetworkFile file;
  private final Shape data;
  private final Shape input;

  /**
   * For data of a given shape.
   *
   * @param data shape of one sample
   * @throws UnfitFile if the file takes samples, and its input doesn't have as many values
   */
  public FileLoader(NetworkFile file, Shape data) {
    this.file = file;
    this.data = data;
    this.input = file.input().orElse(data);
    if (file.readsSamples() && input.size() != data.size()) {
      throw new UnfitFile(
          Part.INPUT,
          "'%s' takes samples of the shape %s, but the data has the shape %s"
              .formatted(file.name(), input, data));
    }
  }

  /** Shape of one sample of what the network is given. */
  public Shape given() {
    return file.readsSamples() ? data : input;
  }

  /**
   * Loads it.
   *
   * @param engine reads the file
   * @throws UnfitFile if it is missing or damaged, or input or outputs aren't as they are said to
   *     be
   */
  public FileBlock load(Engine engine, Device device) {
    Model model = engine.newModel("file", device);
    try {
      read(model);
      return new FileBlock(file, model, input, outputs(model));
    } catch (RuntimeException | Error failure) {
      model.close();
      throw failure;
    }
  }

  private void read(Model model) {
    Path folder = file.path().toAbsolutePath().getParent();
    // results must not depend on how many cores the machine has; other engines pass over this
    String threads = System.getenv().getOrDefault("OMP_NUM_THREADS", "1");
    try {
      model.load(folder, file.prefix(), Map.of("epoch", "0", "intraOpNumThreads", threads));
    } catch (IOException | MalformedModelException | RuntimeException failure) {
      throw new UnfitFile(
          Part.FILE, "'%s' cannot be read: %s".formatted(file.name(), sentence(failure)));
    }
  }

  private List<Shape> outputs(Model model) {
    try (NDManager manager = model.getNDManager().newSubManager()) {
      NDList results = tried(model, manager);
      if (results.size() != file.outputs().size()) {
        throw new UnfitFile(
            Part.OUTPUTS,
            "'%s' has %d outputs, but is said to have %d: %s"
                .formatted(file.name(), results.size(), file.outputs().size(), file.outputs()));
      }
      for (int i = 0; i < results.size(); i++) {
        check(file.outputs().get(i), results.get(i));
      }
      return results.stream().map(result -> result.getShape().slice(1)).toList();
    }
  }

  private NDList tried(Model model, NDManager manager) {
    try {
      return run(model, manager, TRIED);
    } catch (RuntimeException failure) {
      if (runs(model, manager)) {
        throw new UnfitFile(
            Part.FILE,
            "'%s' takes one sample at a time; export it again with a free batch axis"
                .formatted(file.name()));
      }
      throw new UnfitFile(
          Part.INPUT,
          "'%s' doesn't take batches of the shape %s: %s"
              .formatted(file.name(), input, sentence(failure)));
    }
  }

  private boolean runs(Model model, NDManager manager) {
    try {
      return !run(model, manager, 1).isEmpty();
    } catch (RuntimeException failure) {
      return false;
    }
  }

  private NDList run(Model model, NDManager manager, int batch) {
    Shape shape = new Shape(batch).addAll(input);
    float[] blank = new float[Math.toIntExact(shape.size())];
    NDList results =
        model
            .getBlock()
            .forward(
                new ParameterStore(model.getNDManager(), false),
                new NDList(manager.create(blank, shape)),
                false);
    // engines compute when they are asked, so faults show only now
    results.forEach(NDArray::toByteBuffer);
    return results;
  }

  private void check(String name, NDArray output) {
    if (output.getDataType() != DataType.FLOAT32) {
      throw new UnfitFile(
          Part.OUTPUTS,
          "the output '%s' of '%s' must be float32, but is %s"
              .formatted(name, file.name(), output.getDataType()));
    }
    if (output.getShape().dimension() == 0 || output.getShape().get(0) != TRIED) {
      throw new UnfitFile(
          Part.OUTPUTS,
          "the output '%s' of '%s' must have a row for each of %d samples, but has the shape %s"
              .formatted(name, file.name(), TRIED, output.getShape()));
    }
  }

  /** What the innermost cause says, without the native stack that some engines append. */
  private static String sentence(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("no reason given");
  }
}
