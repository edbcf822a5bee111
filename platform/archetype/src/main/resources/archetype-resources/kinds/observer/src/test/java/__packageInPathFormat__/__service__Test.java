package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Event;
import dev.coffey.api.Observer;
import dev.coffey.api.contract.ObserverContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ${service}Test extends ObserverContract {
  private @TempDir Path folder;

  @Override
  protected Observer observer() {
    return new ${service}(folder.resolve("finished.log"));
  }

  @Test
  void aFinishedRunIsALine() throws IOException {
    observer().on(new Event.Finished("kd/seed-1", 1.5));

    assertThat(Files.readString(folder.resolve("finished.log")))
        .isEqualToIgnoringNewLines("kd/seed-1 finished in 1.5 s");
  }
}
