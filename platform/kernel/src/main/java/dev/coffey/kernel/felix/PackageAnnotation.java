package dev.coffey.kernel.felix;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads {@code @Version} from a compiled {@code package-info}. The annotation is not kept at run
 * time, so this looks into the class file's constant pool. Needed only where a development tool has
 * compiled the platform without writing its manifests.
 */
final class PackageAnnotation {
  private static final String VERSION = "Lorg/osgi/annotation/versioning/Version;";

  private PackageAnnotation() {}

  static Optional<String> versionIn(InputStream packageInfo) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(packageInfo));
    in.skipNBytes(8); // magic number, minor and major version
    int entries = in.readUnsignedShort();
    boolean annotated = false;
    String version = null;
    for (int entry = 1; entry < entries; entry++) {
      int tag = in.readUnsignedByte();
      if (tag == 1) {
        String text = in.readUTF();
        annotated |= text.equals(VERSION);
        version = text.matches("\\d+(\\.\\d+){1,2}") ? text : version;
      } else {
        in.skipNBytes(lengthOf(tag));
        entry += tag == 5 || tag == 6 ? 1 : 0; // long and double take two places
      }
    }
    return annotated ? Optional.ofNullable(version) : Optional.empty();
  }

  /** JVM specification, table 4.4-A. */
  private static int lengthOf(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 5, 6 -> 8;
      default -> 4;
    };
  }
}
