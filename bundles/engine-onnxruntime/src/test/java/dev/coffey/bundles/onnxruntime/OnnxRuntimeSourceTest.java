package dev.coffey.bundles.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnnxRuntimeSourceTest {
  private final OnnxRuntimeSource source = new OnnxRuntimeSource();

  @Test
  void readsOnnxFilesAndDoesNotTrain() {
    assertThat(source.name()).isEqualTo("onnxruntime");
    assertThat(source.reads()).containsExactly(".onnx");
    assertThat(source.trains()).isFalse();
  }

  @Test
  void givesTheSameEngineAtEveryCall() {
    assertThat(source.engine().getEngineName()).isEqualTo("OnnxRuntime");
    assertThat(source.engine()).isSameAs(source.engine());
  }
}
