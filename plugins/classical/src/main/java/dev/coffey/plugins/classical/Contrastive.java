package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Contrastive representation distillation. {@code u} and {@code v} are unit vectors, linear maps of
 * the student's and the teacher's features; two {@link MemoryBank}s hold a former u and v of every
 * training sample. The value is the {@link NoiseContrast} of u with the teacher's bank plus that of
 * v with the student's, averaged over the batch, in nats. The linear maps are trained with the
 * student and dropped afterwards; banks move after each step, by the maps as they are then.
 *
 * <p>{@code student}, {@code teacher}: features, float32, (N, …), each of its own size. {@code
 * labels}: class ids, int32, (N). {@code index}: stable indices, int64, (N). Throws {@link
 * ShapeMismatch} if N differs. Source: Tian, Krishnan, Isola 2020, "Contrastive Representation
 * Distillation"; banks and sampling from its code, RepDistiller.
 */
final class Contrastive extends Adapted {
  @Override
  public Class<? extends Record> options() {
    return ContrastiveOptions.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of(
        "student", "student/feature",
        "teacher", "teacher/feature",
        "labels", "batch/y",
        "index", "batch/index");
  }

  @Override
  public Term open(Run run, Map<String, Shape> shapes) {
    var options = run.options(ContrastiveOptions.class);
    return new Contrast(
        run,
        options,
        run.build("student", embedding(options.width()), size("student", shapes)),
        run.build("teacher", embedding(options.width()), size("teacher", shapes)));
  }

  private static Shape size(String input, Map<String, Shape> shapes) {
    var shape = known(input, shapes);
    if (shape.dimension() == 0) {
      throw new ShapeMismatch(input + " must have one row a sample, but has one number");
    }
    return new Shape(shape.size());
  }

  private static Block embedding(int width) {
    return Staged.builder()
        .add(Linear.builder().setUnits(width).build())
        .apply(Rows::unit)
        .tap("embedding")
        .build();
  }

  private static final class Contrast implements Term {
    private final Network student;
    private final Network teacher;
    private final MemoryBank ofStudent;
    private final MemoryBank ofTeacher;
    private final Negatives negatives;
    private final NoiseContrast contrast;

    private Contrast(Run run, ContrastiveOptions options, Network student, Network teacher) {
      this.student = student;
      this.teacher = teacher;
      this.ofStudent = MemoryBank.open(run, "student", options);
      this.ofTeacher = MemoryBank.open(run, "teacher", options);
      this.negatives = new Negatives(run.random(), options.samples(), options.negatives());
      this.contrast = NoiseContrast.of(options);
    }

    @Override
    public NDArray value(Tensors inputs) {
      Rows.checkSameNumber(inputs.get("student"), inputs.get("teacher"));
      var labels = inputs.get("labels").toIntArray();
      int[] rows = rows(inputs);
      negatives.learn(rows, labels);
      var pairs = negatives.draw(rows, labels, inputs.get("student").getManager());
      return contrast
          .value(embedded(student, inputs, "student", Mode.TRAIN), ofTeacher.array(), pairs)
          .add(
              contrast.value(
                  embedded(teacher, inputs, "teacher", Mode.TRAIN), ofStudent.array(), pairs));
    }

    private int[] rows(Tensors inputs) {
      var index = inputs.get("index");
      var labels = inputs.get("labels");
      var batch = inputs.get("student").getShape().slice(0, 1);
      if (!index.getShape().equals(batch) || !labels.getShape().equals(batch)) {
        throw new ShapeMismatch(
            "labels and index must be of shape %s, as many as student has rows, but are %s and %s"
                .formatted(batch, labels.getShape(), index.getShape()));
      }
      return negatives.rows(index.toLongArray());
    }

    private static NDArray embedded(Network map, Tensors inputs, String name, Mode mode) {
      var x = Tensors.of("x", Rows.flattened(inputs.get(name)));
      return map.forward(x, mode).get("embedding");
    }

    @Override
    public List<Network> trained() {
      return List.of(student, teacher);
    }

    @Override
    public void after(Tensors inputs) {
      int[] rows = rows(inputs);
      ofStudent.move(rows, embedded(student, inputs, "student", Mode.INFER));
      ofTeacher.move(rows, embedded(teacher, inputs, "teacher", Mode.INFER));
    }

    @Override
    public void save(OutputStream out) throws IOException {
      negatives.save(out);
    }

    @Override
    public void load(InputStream in) throws IOException {
      negatives.load(in);
    }
  }
}
