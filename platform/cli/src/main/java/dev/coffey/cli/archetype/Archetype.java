package dev.coffey.cli.archetype;

import static java.util.stream.Collectors.toMap;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Maven archetype whose files lie below {@code archetype-resources}, those of one kind of plugin
 * below {@code kinds/KIND} there. {@link #render} makes of it what {@code mvn archetype:generate}
 * makes.
 */
public final class Archetype implements Closeable {
  private static final String DESCRIPTOR = "META-INF/maven/archetype-metadata.xml";
  private static final Pattern TOKEN = Pattern.compile("__((?:[^_]+_)*[^_]+)__");

  private final Path resources;
  private final ArchetypeProperties properties;
  private final Closeable jar;

  private Archetype(Path root, Closeable jar) throws IOException {
    this.resources = root.resolve("archetype-resources");
    this.properties = ArchetypeProperties.read(root.resolve(DESCRIPTOR));
    this.jar = jar;
  }

  /** Opens the archetype on the class path: a jar, or, in a build, a folder. */
  public static Archetype open() throws IOException {
    URL found =
        Optional.ofNullable(Archetype.class.getClassLoader().getResource(DESCRIPTOR))
            .orElseThrow(
                () -> new IOException("the archetype is missing from Coffey's lib folder"));
    try {
      URI uri = found.toURI();
      if (!uri.getScheme().equals("jar")) {
        Path descriptor = Path.of(uri);
        return new Archetype(descriptor.resolve("../../..").normalize(), () -> {});
      }
      var jar = FileSystems.newFileSystem(uri, Map.of());
      return new Archetype(jar.getPath("/"), jar);
    } catch (URISyntaxException e) {
      throw new IOException("the archetype's place, %s, is no URI".formatted(found), e);
    }
  }

  /** The kinds of plugin it has files for, in alphabetical order. */
  public List<String> kinds() throws IOException {
    try (Stream<Path> folders = Files.list(resources.resolve("kinds"))) {
      return folders
          .map(folder -> folder.getFileName().toString().replace("/", ""))
          .sorted()
          .toList();
    }
  }

  /**
   * {@code given}, and all other properties of the archetype with their defaults.
   *
   * @param given {@code artifactId} and {@code kind} at least
   */
  public Map<String, String> complete(Map<String, String> given) {
    return properties.complete(given);
  }

  /**
   * The files of a project: path with slashes → content.
   *
   * @param complete what {@link #complete} gave
   */
  public Map<String, String> render(Map<String, String> complete) throws IOException {
    var template = new Template(complete);
    var project = new TreeMap<String, String>();
    for (var file : sources(complete.get("kind")).entrySet()) {
      String path =
          TOKEN
              .matcher(file.getKey())
              .replaceAll(token -> Matcher.quoteReplacement(complete.get(token.group(1))));
      project.put(path, template.render(Files.readString(file.getValue())));
    }
    return project;
  }

  /** Path in the project, tokens not replaced yet → file. */
  private Map<String, Path> sources(String kind) throws IOException {
    Path kinds = resources.resolve("kinds");
    Path chosen = kinds.resolve(kind);
    try (Stream<Path> files = Files.walk(resources)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.startsWith(chosen) || !file.startsWith(kinds))
          .collect(
              toMap(
                  file ->
                      (file.startsWith(chosen) ? chosen : resources)
                          .relativize(file)
                          .toString()
                          .replace('\\', '/'),
                  file -> file));
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
