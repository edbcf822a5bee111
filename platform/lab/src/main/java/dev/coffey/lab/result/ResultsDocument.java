package dev.coffey.lab.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

/** {@code results.json} as Jackson sees it: the teacher is left out where there is none. */
@JsonPropertyOrder({
  "experiment",
  "engine",
  "seeds",
  "data",
  "teacher",
  "stages",
  "rows",
  "differences"
})
record ResultsDocument(
    String experiment,
    String engine,
    List<Long> seeds,
    DataFacts data,
    @JsonInclude(JsonInclude.Include.NON_NULL) TeacherFacts teacher,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StageFacts> stages,
    List<Row> rows,
    List<Difference> differences) {
  static ResultsDocument of(Results results) {
    return new ResultsDocument(
        results.experiment(),
        results.engine(),
        results.seeds(),
        results.data(),
        results.teacher().orElse(null),
        results.stages(),
        results.rows(),
        results.differences());
  }

  Results results() {
    return new Results(
        experiment, engine, seeds, data, Optional.ofNullable(teacher), stages, rows, differences);
  }
}
