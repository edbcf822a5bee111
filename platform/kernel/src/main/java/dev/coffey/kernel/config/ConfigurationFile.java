package dev.coffey.kernel.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a file by the format that its name's ending tells. */
final class ConfigurationFile {
  private static final Map<String, Format> FORMATS =
      Map.of(
          "yaml", new YamlFormat(),
          "yml", new YamlFormat(),
          "properties", new PropertiesFormat(),
          "xml", new XmlFormat());

  private ConfigurationFile() {}

  static boolean isReadable(Path file) {
    return format(file).isPresent();
  }

  /** Throws InvalidInput with a sentence if there is no such file, or something is wrong in it. */
  static Tree read(Path file) {
    String text = text(file);
    Format format =
        format(file)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "'%s' must end in .yaml, .yml, .properties or .xml".formatted(file)));
    return format.read(file.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static Optional<Format> format(Path file) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(FORMATS.get(ending));
  }

  private static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw new InvalidInput("'%s' is a folder; a file was expected".formatted(file));
    }
    if (!Files.exists(file)) {
      throw new InvalidInput("there is no file '%s'%s".formatted(file, alternatives(file)));
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException notUtf8) {
      throw new InvalidInput("'%s' is not text in UTF-8".formatted(file));
    } catch (AccessDeniedException denied) {
      throw new InvalidInput("'%s' may not be read by this user".formatted(file));
    } catch (IOException failure) {
      throw new InvalidInput("'%s' cannot be read: %s".formatted(file, failure.getMessage()));
    }
  }

  private static String alternatives(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "; the folder '%s' is not there either".formatted(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .filter(ConfigurationFile::isReadable)
              .map(candidate -> candidate.getFileName().toString())
              .toList();
      return NearestNames.didYouMean(String.valueOf(file.getFileName()), names);
    } catch (IOException unlisted) {
      return "";
    }
  }
}
