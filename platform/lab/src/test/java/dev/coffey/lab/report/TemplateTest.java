package dev.coffey.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void textsAreEscapedUnlessTakenAsTheyAre() {
    assertThat(Template.of("{{a}} {{{a}}}").fill(Map.of("a", "<&>")))
        .isEqualTo("&lt;&amp;&gt; <&>");
  }

  @Test
  void listsRepeatAndSeeOuterValues() {
    var template = Template.of("{{#rows}}{{name}}:{{#cells}}{{cell}}{{unit}} {{/cells}};{{/rows}}");

    String text =
        template.fill(
            Map.of(
                "unit",
                "%",
                "rows",
                List.of(
                    Map.of("name", "x", "cells", List.of(Map.of("cell", 1))),
                    Map.of("name", "y", "cells", List.of()))));

    assertThat(text).isEqualTo("x:1% ;y:;");
  }

  @Test
  void whatIsFilledInIsNotLookedThroughAgain() {
    assertThat(Template.of("{{#l}}{{a}}{{/l}}").fill(Map.of("a", "{{b}}", "l", List.of(Map.of()))))
        .isEqualTo("{{b}}");
  }

  @Test
  void aMissingValueIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Template.of("{{gone}}").fill(Map.of("here", 1)))
        .withMessage("the template asks for 'gone'; there are [here]");
  }
}
