package dev.coffey.kernel.felix;

/** A package as a bundle exports it; {@code version}: 0.0.0 where none is given. */
record ExportedPackage(String name, String version) {
  /** As in a manifest: {@code org.slf4j;version="2.0.17"}. */
  String clause() {
    return name + ";version=\"" + version + "\"";
  }
}
