package dev.coffey.plugins.skdcgn;

import static dev.coffey.plugins.skdcgn.Mechanism.BACKGROUND;
import static dev.coffey.plugins.skdcgn.Mechanism.SHAPE;
import static dev.coffey.plugins.skdcgn.Mechanism.TEXTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CastTest {
  @Test
  void theShapeIsTheStudentAndTheOthersAreNamedAfterIt() {
    var cast = new Cast(List.of(BACKGROUND, SHAPE, TEXTURE));

    assertThat(cast.mechanisms()).containsExactly(SHAPE, TEXTURE, BACKGROUND);
    assertThat(cast.mechanisms().stream().map(cast::student))
        .containsExactly("student", "student.texture", "student.background");
    assertThat(cast.mechanisms().stream().map(Cast::teacher))
        .containsExactly("teacher", "teacher.texture", "teacher.background");
  }

  @Test
  void withoutTheShapeTheNextOneIsTheStudentButNotTheTeacher() {
    var cast = new Cast(List.of(BACKGROUND, TEXTURE));

    assertThat(cast.student(TEXTURE)).isEqualTo("student");
    assertThat(cast.student(BACKGROUND)).isEqualTo("student.background");
    assertThat(Cast.teacher(TEXTURE)).isEqualTo("teacher.texture");
  }

  @Test
  void noneOrOneTwiceIsRefused() {
    assertThatThrownBy(() -> new Cast(List.of()))
        .hasMessage("mechanisms must name at least one, but is empty");
    assertThatThrownBy(() -> new Cast(List.of(SHAPE, SHAPE)))
        .hasMessage("mechanisms must name each one once, but is [SHAPE, SHAPE]");
  }
}
