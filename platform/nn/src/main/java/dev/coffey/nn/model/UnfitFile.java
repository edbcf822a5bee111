package dev.coffey.nn.model;

/** A network's file cannot be read, or isn't what it is said to be. */
public final class UnfitFile extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Part part;

  /** What is wrong about it. */
  public enum Part {
    /** The file itself. */
    FILE,
    /** The shape of its input. */
    INPUT,
    /** Number, names or types of its outputs. */
    OUTPUTS
  }

  /** {@code message}: one sentence that names the file. */
  public UnfitFile(Part part, String message) {
    super(message);
    this.part = part;
  }

  /** What is wrong about it. */
  public Part part() {
    return part;
  }
}
