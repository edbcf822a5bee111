package dev.coffey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  @Test
  void aRunIsALineAtItsBeginningAndOneAtItsEnd() {
    var bytes = new ByteArrayOutputStream();
    var lines = new ProgressLines(new PrintStream(bytes, true, StandardCharsets.UTF_8), "small: ");
    List.of(
            new Event.StageStarted("kd/seed-1", "distil", 480),
            new Event.StepDone("kd/seed-1", 1, 1),
            new Event.Reported("kd/seed-1", "train/loss", 1, 8, 2.5),
            new Event.StageStarted("kd/seed-1", "evaluate", 1),
            new Event.Finished("kd/seed-1", 12.34),
            new Event.Failed("kd/seed-2", "the plugin gave up"),
            new Event.Swapped("kd/seed-3", "loss", "kd-kl", 2, "1.0.0 (aa)", "1.1.0 (ab)"),
            new Event.SwapRefused(
                "kd/seed-3",
                "loss",
                "kd-kl",
                4,
                "1.1.0 (ab)",
                "2.0.0 (cd)",
                "it left 4 of 8 bytes unread"))
        .forEach(lines);
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "small: kd/seed-1: distil, 480 steps",
            "small: kd/seed-1: done in 12.3 s",
            "small: kd/seed-2: failed: the plugin gave up",
            "small: kd/seed-3: after epoch 2 loss kd-kl goes on in version 1.1.0 (ab)",
            "small: kd/seed-3: after epoch 4 loss kd-kl stays in version 1.1.0 (ab), not 2.0.0 (cd):"
                + " it left 4 of 8 bytes unread");
  }
}
