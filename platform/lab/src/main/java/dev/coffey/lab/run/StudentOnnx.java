package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Network;
import dev.coffey.lab.store.AtomicFile;
import dev.coffey.nn.onnx.CannotExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a student's networks as ONNX models beside its weights: {@code student.onnx} with the last
 * weights, {@code best.onnx} with those that were best on validation. Leaves the best in place.
 */
final class StudentOnnx {
  private static final Logger LOG = LoggerFactory.getLogger(StudentOnnx.class);

  private final Assembly assembly;
  private final RunFolder folder;

  StudentOnnx(Assembly assembly, RunFolder folder) {
    this.assembly = assembly;
    this.folder = folder;
  }

  /** Notes in {@code how} what was written, and why something couldn't be. */
  void write(NetworkBytes last, NetworkBytes best, ObjectNode how) throws IOException {
    ObjectNode written = how.putObject("onnx");
    last.loadInto(assembly.students());
    for (Network network : assembly.students()) {
      write(network, network.role() + ".onnx", written);
    }
    best.loadInto(assembly.students());
    for (Network network : assembly.students()) {
      write(network, network.role().replaceFirst("^student", "best") + ".onnx", written);
    }
  }

  private void write(Network network, String file, ObjectNode written) throws IOException {
    var content = new ByteArrayOutputStream();
    try {
      assembly.workspace().exportOnnx(network, content);
    } catch (CannotExport reason) {
      String sentence = "%s can't be written: %s".formatted(file, reason.getMessage());
      LOG.info(sentence);
      written.put(file, sentence);
      return;
    }
    AtomicFile.write(folder.student(file), content.toByteArray());
    written.put(file, "written");
  }
}
