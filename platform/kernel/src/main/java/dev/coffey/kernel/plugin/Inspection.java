package dev.coffey.kernel.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through a plugin's classes for what is allowed, but will bite sooner or later. */
public final class Inspection {
  private static final Pattern ENGINE_INSIDES =
      Pattern.compile(
          "\\b(ai\\.djl\\.(?:mxnet|pytorch|onnxruntime|tensorflow)|com\\.sun\\.jna)\\b");
  private static final Pattern SPI = Pattern.compile("dev\\.coffey\\.api(?=,|;|$)([^,]*)");

  private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);

  private final Set<String> mutable = new TreeSet<>();
  private final Set<String> threaded = new TreeSet<>();
  private final Set<String> engines = new TreeSet<>();

  private Inspection() {}

  /** Warnings about {@code jar}, a sentence each; empty if nothing stands out. */
  public static List<String> of(Path jar, BundleManifest manifest) {
    var inspection = new Inspection();
    Matcher insides = ENGINE_INSIDES.matcher(manifest.imports());
    while (insides.find()) {
      inspection.engines.add(insides.group(1));
    }
    try (var file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
          try (InputStream in = file.getInputStream(entry)) {
            inspection.look(new ClassReader(in));
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(jar + " cannot be read", unreadable);
    }
    return inspection.sentences(manifest);
  }

  private void look(ClassReader reader) {
    try {
      var facts = new ClassFacts();
      reader.accept(facts, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      String name = reader.getClassName().replace('/', '.');
      facts.mutableStatics().forEach(field -> mutable.add(name + "." + field));
      if (facts.startsThreads()) {
        threaded.add(name);
      }
    } catch (IllegalArgumentException tooNew) {
      LOG.debug("{} is too new to be looked into", reader.getClassName(), tooNew);
    }
  }

  private List<String> sentences(BundleManifest manifest) {
    var sentences = new ArrayList<String>();
    if (!mutable.isEmpty()) {
      sentences.add(
          "has static fields that can change (%s), which all runs share".formatted(few(mutable)));
    }
    if (!threaded.isEmpty()) {
      sentences.add("starts threads (%s), which nobody ends with the run".formatted(few(threaded)));
    }
    if (!engines.isEmpty()) {
      sentences.add(
          "imports the inside of an engine (%s), so it works with that engine alone"
              .formatted(few(engines)));
    }
    Matcher spi = SPI.matcher(manifest.imports());
    if (spi.find() && !spi.group(1).contains("version=")) {
      sentences.add(
          "imports dev.coffey.api without a range of versions, so nothing tells when it is too old"
              + " (bnd writes the range)");
    }
    return sentences;
  }

  private static String few(Set<String> names) {
    String first = String.join(", ", names.stream().limit(3).toList());
    return names.size() <= 3 ? first : "%s and %d more".formatted(first, names.size() - 3);
  }
}
