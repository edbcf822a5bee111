package dev.coffey.nn.onnx;

/** A network does something that has no form in the file's format. */
public final class CannotExport extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code message}: one sentence that names what it does. */
  public CannotExport(String message) {
    super(message);
  }
}
