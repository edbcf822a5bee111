package dev.coffey.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.util.passthrough.PassthroughNDManager;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class TensorsTest {
  private final NDArray images = PassthroughNDManager.INSTANCE.create(new float[] {1, 2});
  private final NDArray labels = PassthroughNDManager.INSTANCE.create(new int[] {0, 1});

  @Test
  void namesKeepTheOrderTheyWereAddedIn() {
    var tensors = Tensors.of("y", labels).with("x", images).with("a", images);

    assertThat(tensors.names()).containsExactly("y", "x", "a");
  }

  @Test
  void arraysAreSharedNotCopied() {
    assertThat(Tensors.of("x", images).get("x")).isSameAs(images);
  }

  @Test
  void addingANameLeavesTheOriginalAsItIs() {
    var tensors = Tensors.of("x", images);

    var extended = tensors.with("y", labels);

    assertThat(tensors.names()).containsExactly("x");
    assertThat(extended.names()).containsExactly("x", "y");
  }

  @Test
  void aNameCanBeReplacedAtItsPlace() {
    var tensors = Tensors.of("x", images).with("y", labels).with("x", labels);

    assertThat(tensors.names()).containsExactly("x", "y");
    assertThat(tensors.get("x")).isSameAs(labels);
  }

  @Test
  void changingTheMapTheyWereMadeOfChangesNothing() {
    var map = new LinkedHashMap<String, NDArray>();
    map.put("x", images);
    var tensors = Tensors.of(map);

    map.put("y", labels);

    assertThat(tensors.names()).containsExactly("x");
  }

  @Test
  void aMissingNameIsAnsweredWithTheNamesThatExist() {
    var tensors = Tensors.of("x", images).with("y", labels);

    assertThatThrownBy(() -> tensors.get("logits"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no tensor 'logits'; there are [x, y]");
    assertThat(tensors.find("logits")).isEmpty();
  }

  @Test
  void noNameAndNoArrayMayBeNull() {
    assertThatThrownBy(() -> Tensors.of("x", null)).hasMessage("value is null");
    assertThatThrownBy(() -> Tensors.of(null, images)).hasMessage("name is null");
    assertThatThrownBy(() -> Tensors.empty().find(null)).hasMessage("name is null");
  }

  @Test
  void theirTextShowsNamesAndShapes() {
    assertThat(Tensors.of("x", images).with("y", labels)).hasToString("{x(2) y(2)}");
  }
}
