package dev.coffey.kernel.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code conf/plugins.allow}: which plugins may come in. A line is the word {@code enforce}, which
 * switches the list on; a SHA-256 of a jar, as {@code sha256sum} prints it; or {@code signer} and
 * the SHA-256 of a certificate. What follows on a line, and lines that begin with #, are for
 * people.
 */
public final class AllowList {
  private static final String ENFORCE = "enforce";
  private static final String SIGNER = "signer";
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** An editor that writes in place empties the file first, and for a moment all were allowed. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path file;
  private final InstantSource clock;
  private final Pause pause;

  /** Waits a moment. */
  interface Pause {
    void make() throws InterruptedException;
  }

  /** {@code file}: read anew for every plugin; a missing one allows all. */
  public AllowList(Path file) {
    this(file, InstantSource.system(), () -> Thread.sleep(PAUSE.toMillis()));
  }

  AllowList(Path file, InstantSource clock, Pause pause) {
    this.file = file;
    this.clock = clock;
    this.pause = pause;
  }

  /** Refuses a plugin that is not on the list, if the list is on. */
  void check(StoredJar jar) throws Refusal {
    Rules rules = read();
    if (!rules.enforced() || rules.digests().contains(jar.digest())) {
      return;
    }
    Set<String> signers = rules.signers().isEmpty() ? Set.of() : Signers.of(jar.path());
    if (signers.stream().noneMatch(rules.signers()::contains)) {
      throw new Refusal(
          "is not allowed: neither its SHA-256 %s nor a signer of it is in %s"
              .formatted(jar.digest(), file));
    }
  }

  private record Rules(boolean enforced, Set<String> digests, Set<String> signers) {}

  private Rules read() throws Refusal {
    Set<String> digests = new HashSet<>();
    Set<String> signers = new HashSet<>();
    boolean enforced = false;
    int number = 0;
    for (String line : lines()) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(text.split("\\s+"));
      if (words.get(0).equals(ENFORCE)) {
        enforced = true;
      } else if (words.get(0).equals(SIGNER) && words.size() > 1) {
        signers.add(digest(words.get(1), number));
      } else {
        digests.add(digest(words.get(0), number));
      }
    }
    return new Rules(enforced, digests, signers);
  }

  /** keytool prints digests in upper case, with colons. */
  private String digest(String word, int line) throws Refusal {
    String digest = word.replace(":", "").toLowerCase(Locale.ROOT);
    if (!SHA_256.matcher(digest).matches()) {
      throw new Refusal(
          "is not allowed, since line %d of %s is neither 'enforce', a SHA-256, nor 'signer' and a"
                  .formatted(line, file)
              + " SHA-256, but begins with '"
              + word
              + "'");
    }
    return digest;
  }

  private List<String> lines() throws Refusal {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      while (isFresh()) {
        pause.make();
        List<String> later = Files.readAllLines(file);
        if (later.equals(lines)) {
          break;
        }
        lines = later;
      }
      return lines;
    } catch (IOException unreadable) {
      throw new Refusal("is not allowed, since %s cannot be read".formatted(file), unreadable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refusal("is not allowed, since %s was not read".formatted(file), stopped);
    }
  }

  private boolean isFresh() throws IOException {
    var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
    return age.abs().compareTo(FRESH) < 0;
  }
}
