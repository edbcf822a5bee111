package dev.coffey.lab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.lab.store.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads and writes {@code results.json}. Equal results give equal bytes: keys in fixed order,
 * numbers in the shortest form that reads back exactly, missing ones as null.
 */
public final class ResultsFile {
  /** The file's name in an experiment's folder. */
  public static final String NAME = "results.json";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new MissingAsNull())
          // the JDK's own conversion is not always the shortest before version 19
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // a later version may write more
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ResultsFile() {}

  /**
   * The results in {@code file}.
   *
   * @throws DamagedResults if it holds something else, or only part of it
   * @throws NoSuchFileException if there is no such file; the message says so
   */
  public static Results read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no results file here");
    }
    try {
      JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
      if (!(tree instanceof ObjectNode document)) {
        throw new DamagedResults(file, "it holds no JSON object", null);
      }
      EarlierResults.complete(document);
      return MAPPER.treeToValue(document, ResultsDocument.class).results();
    } catch (JsonProcessingException | NullPointerException broken) {
      throw new DamagedResults(file, reason(broken), broken);
    }
  }

  /** Replaces {@code file} by {@code results}, at once or not at all. */
  public static void write(Path file, Results results) throws IOException {
    AtomicFile.write(file, json(results).getBytes(UTF_8));
  }

  /** The text of {@code results.json}, for {@code --json} too; ends with a line feed. */
  public static String json(Results results) {
    var lines = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
    try {
      return MAPPER.writer(printer).writeValueAsString(ResultsDocument.of(results)) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String reason(Exception broken) {
    return broken instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : "a value is missing (" + broken.getMessage() + ")";
  }
}
