package dev.coffey.kernel.felix;

import dev.coffey.kernel.plugin.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** All jars there are, in the order they came. Guarded by the deployer. */
final class Deployments {
  private final List<Deployment> all = new ArrayList<>();

  void add(Deployment deployment) {
    all.add(deployment);
  }

  /** A copy, so that others may come and go meanwhile. */
  List<Deployment> list() {
    return List.copyOf(all);
  }

  void forgetGone() {
    all.removeIf(Deployment::isGone);
  }

  /** What lies, or lay, at {@code jar}. */
  List<Deployment> at(Path jar) {
    return all.stream().filter(known -> !known.isGone() && known.path().equals(jar)).toList();
  }

  Stream<Deployment> named(String name) {
    return all.stream().filter(known -> known.name().equals(name));
  }

  /** The highest version of a bundle that is wanted; of equal ones the one that came last. */
  Optional<Deployment> best(String name) {
    return named(name)
        .filter(Deployment::wanted)
        .reduce((one, two) -> two.version().compareTo(one.version()) >= 0 ? two : one);
  }

  /** All that are wanted in a version of that kind, best first. */
  List<Deployment> wanted(Predicate<Version> accepted) {
    return all.stream()
        .filter(candidate -> candidate.wanted() && accepted.test(candidate.version()))
        .sorted(Comparator.comparing(Deployment::version).reversed())
        .toList();
  }

  /** A usable one with the very same bytes. */
  Optional<Deployment> sameAs(Deployment next) {
    return named(next.name())
        .filter(known -> known.refusal().isEmpty() && known.version().equals(next.version()))
        .filter(known -> known.content().digest().equals(next.content().digest()))
        .findFirst();
  }

  /** A refused one with the very same bytes, which was not needed so far. */
  Optional<Deployment> spareCopyOf(Deployment gone) {
    return all.stream()
        .filter(other -> other.refusal().isPresent() && !other.isGone())
        .filter(other -> other.runsFrom().equals(gone.runsFrom()))
        .findFirst();
  }

  /** Refuses what claims the name and version of another file with other content. */
  void requireNoTwin(Deployment next) throws Refusal {
    for (Deployment known : all) {
      if (known.name().equals(next.name())
          && known.version().equals(next.version())
          && isElsewhere(known, next.path())
          && !known.content().digest().equals(next.content().digest())) {
        throw Refusal.curable(
            "is %s like %s, but with other content: give it another Bundle-Version"
                .formatted(next, known.path()));
      }
    }
  }

  static boolean isElsewhere(Deployment known, Path jar) {
    return known.wanted() && !known.path().equals(jar) && Files.exists(known.path());
  }
}
