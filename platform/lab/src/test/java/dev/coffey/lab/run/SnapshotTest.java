package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.lab.run.Snapshot.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Snapshot SNAPSHOT = new Snapshot(new Position(3, 17), 1.5, List.of(4L, 9L));

  private final int[] counter = {5};
  private final Part counting = Part.of(out -> out.write(counter[0]), in -> counter[0] = in.read());
  private final Part nothing = Part.of(out -> {}, in -> {});

  @Test
  void whatWasWrittenIsReadIntoTheParts() throws IOException {
    byte[] bytes = SNAPSHOT.write(List.of(nothing, counting));
    counter[0] = 0;

    var read = Snapshot.read(bytes, List.of(nothing, counting));

    assertThat(read).isEqualTo(SNAPSHOT);
    assertThat(counter[0]).isEqualTo(5);
  }

  @Test
  void aPartThatLeavesBytesUnreadIsRefused() throws IOException {
    byte[] bytes = SNAPSHOT.write(List.of(counting));

    assertThatThrownBy(() -> Snapshot.read(bytes, List.of(nothing)))
        .isInstanceOf(IOException.class)
        .hasMessage("1 bytes of a part were not read");
  }

  @Test
  void anotherNumberOfPartsIsRefused() throws IOException {
    byte[] bytes = SNAPSHOT.write(List.of(counting));

    assertThatThrownBy(() -> Snapshot.read(bytes, List.of(counting, counting)))
        .isInstanceOf(IOException.class)
        .hasMessage("it has 1 parts, the run has 2");
  }

  @Test
  void aTornOneIsRefused() throws IOException {
    byte[] bytes = SNAPSHOT.write(List.of(counting));

    assertThatThrownBy(() -> Snapshot.read(Arrays.copyOf(bytes, 20), List.of(counting)))
        .isInstanceOf(IOException.class);
  }
}
