package dev.coffey.lab.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WiringTest {
  @Test
  void knowsWhetherTheTeacherIsRead() {
    assertThat(new Wiring(Map.of("a", "student/logits")).readsTeacher()).isFalse();
    assertThat(new Wiring(Map.of("a", "teacher/stage1")).readsTeacher()).isTrue();
    assertThat(new Wiring(Map.of("a", "stop(teacher.b/logits)")).readsTeacher()).isTrue();
  }

  @Test
  void aSourceThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new Wiring(Map.of("labels", "y")))
        .hasMessageContaining("input 'labels'")
        .hasMessageContaining("batch/NAME")
        .hasMessageContaining("'y'");
  }
}
