package dev.coffey.kernel.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.CertificateEncodingException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Who signed a jar. */
final class Signers {
  private Signers() {}

  /**
   * SHA-256 digests of the certificates that every file of the jar is signed with; empty if there
   * is none.
   *
   * @throws Refusal if a file was changed after it was signed
   */
  static Set<String> of(Path jar) throws Refusal {
    Optional<Set<String>> common = Optional.empty();
    try (var file = new JarFile(jar.toFile(), true)) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (entry.isDirectory() || isSignature(entry.getName())) {
          continue;
        }
        try (InputStream in = file.getInputStream(entry)) {
          in.transferTo(OutputStream.nullOutputStream()); // signers are known once all is read
        }
        Set<String> own = certificates(entry.getCodeSigners());
        common.ifPresent(own::retainAll);
        common = Optional.of(own);
      }
    } catch (SecurityException changed) {
      throw new Refusal("was changed after it was signed (" + changed.getMessage() + ")", changed);
    } catch (IOException | CertificateEncodingException unreadable) {
      throw new Refusal(
          "has signatures that cannot be read (" + unreadable.getMessage() + ")", unreadable);
    }
    return common.orElse(Set.of());
  }

  private static boolean isSignature(String name) {
    return name.matches("META-INF/(MANIFEST\\.MF|[^/]*\\.(SF|RSA|DSA|EC))");
  }

  private static Set<String> certificates(CodeSigner[] signers)
      throws CertificateEncodingException {
    Set<String> digests = new HashSet<>();
    for (CodeSigner signer : signers == null ? new CodeSigner[0] : signers) {
      digests.add(Sha256.of(signer.getSignerCertPath().getCertificates().get(0).getEncoded()));
    }
    return digests;
  }
}
