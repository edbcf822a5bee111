package dev.coffey.cli;

import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.RunningPlatform;
import dev.coffey.kernel.RunningPlatform.Held;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits until the platforms that run now have followed a change of the plugins folder. */
final class RunningPlatforms {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_NANOS = 50_000_000;

  private RunningPlatforms() {}

  /** Tells what became of the jar with that digest in each of them. */
  static void tellOf(String digest) {
    Predicate<RunningPlatform> decided =
        platform -> platform.plugins().stream().anyMatch(held -> held.digest().equals(digest));
    await(decided);
    for (RunningPlatform platform : all()) {
      platform.plugins().stream()
          .filter(held -> held.digest().equals(digest))
          .forEach(held -> System.out.println(told(platform, held)));
      if (!decided.test(platform)) {
        System.out.printf("process %d has not noticed yet%n", platform.process());
      }
    }
  }

  /** Waits until {@code digest} is served by all; whether it came to that. */
  static boolean serve(String digest) {
    return await(
        platform ->
            platform.plugins().stream()
                .anyMatch(held -> held.digest().equals(digest) && held.status() == Status.ACTIVE));
  }

  /** Waits until none of the jars is served by any. */
  static boolean leave(List<String> digests) {
    return await(
        platform ->
            platform.plugins().stream()
                .noneMatch(
                    held -> digests.contains(held.digest()) && held.status() == Status.ACTIVE));
  }

  private static String told(RunningPlatform platform, Held held) {
    String what =
        switch (held.status()) {
          case ACTIVE -> "serves it from now on";
          case RESERVED, DRAINING -> "serves it to requests that name its version";
          case REFUSED -> "refused it: " + held.remark();
        };
    return "process %d %s".formatted(platform.process(), what);
  }

  private static boolean await(Predicate<RunningPlatform> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!all().stream().allMatch(condition)) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  private static List<RunningPlatform> all() {
    return RunningPlatform.all(Home.layout());
  }
}
