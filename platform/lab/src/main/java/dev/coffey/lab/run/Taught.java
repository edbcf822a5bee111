package dev.coffey.lab.run;

/**
 * The trained weights that a stage which makes samples works with; none where there are no such
 * networks, or nobody has trained them yet.
 */
record Taught(NetworkBytes teacher, NetworkBytes judge) {
  static Taught none() {
    return new Taught(NetworkBytes.none(), NetworkBytes.none());
  }
}
