package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other commands, each in its text and its JSON form. */
class CommandsIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Coffey coffey = Coffey.assembled();
  private @TempDir Path folder;

  @Test
  void pluginsListShowsServicesAndRecipes() throws IOException {
    var text = coffey.in(folder, "plugins", "list");
    assertThat(text.code()).isZero();
    assertThat(text.out()).contains("kd-kl", "lenet5-half", "mnist", "accuracy", "recipe");
    var json = MAPPER.readTree(coffey.in(folder, "plugins", "list", "--json").out());
    assertThat(json.path("services").findValuesAsText("id")).contains("cross-entropy", "resnet");
    assertThat(json.path("refused")).isEmpty();
  }

  @Test
  void pluginsInfoExplainsOptions() {
    var info = coffey.in(folder, "plugins", "info", "kd");
    assertThat(info.code()).isZero();
    assertThat(info.out()).contains("recipe kd", "temperature", "weight", "Hinton");
    assertThat(coffey.in(folder, "plugins", "info", "kd-kl").out()).contains("temperature", "4");
  }

  @Test
  void pluginsInfoOfAnUnknownIdSuggests() {
    var info = coffey.in(folder, "plugins", "info", "lenet");
    assertThat(info.code()).isEqualTo(2);
    assertThat(info.err()).contains("there is no service or recipe 'lenet'", "lenet5");
  }

  @Test
  void configShowsWhereEachValueComesFrom() {
    Experiments.write(folder, Experiments.SMALL);
    var config = coffey.in(folder, "config", "experiment.yaml", "-D", "train.epochs=7");
    assertThat(config.code()).as(config.err()).isZero();
    assertThat(config.out())
        .containsPattern("train\\.epochs +7 +# -D")
        .containsPattern("train\\.batch +50 +# experiment\\.yaml:10")
        .containsPattern("engine +\"mxnet\" +# default");
  }

  @Test
  void planPrintsSizesAndTermsAndTrainsNothing() throws IOException {
    Experiments.write(folder, Experiments.SMALL);
    var plan = coffey.in(folder, "plan", "experiment.yaml");
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("61,706", "kd-kl", "cross-entropy", "teacher lenet5");
    assertThat(folder.resolve("runs")).doesNotExist();
    var json = MAPPER.readTree(coffey.in(folder, "plan", "experiment.yaml", "--json").out());
    assertThat(json.path("methods")).hasSize(2);
  }

  @Test
  void datasetsAreListedAndChecked() {
    assertThat(coffey.in(folder, "datasets", "list").out()).contains("mnist", "fashion-mnist");
    var fetched = coffey.in(folder, "datasets", "fetch", "mnist");
    assertThat(fetched.code()).as(fetched.err()).isZero();
    assertThat(fetched.out()).contains("55,000", "5,000", "10,000");
    var missing = coffey.in(folder, "datasets", "fetch", "idx", "-D", "folder=nowhere");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("nowhere");
  }

  @Test
  void doctorFindsTheEngineAndTheThreads() throws IOException {
    var doctor = coffey.in(folder, "doctor");
    assertThat(doctor.code()).as(doctor.out()).isZero();
    assertThat(doctor.out()).contains("OMP_NUM_THREADS", "GOMP_SPINCOUNT", "engine mxnet", "ok");
    assertThat(MAPPER.readTree(coffey.in(folder, "doctor", "--json").out()).has("java")).isTrue();
  }

  @Test
  void anUnknownCommandIsRefused() {
    assertThat(coffey.in(folder, "brew").code()).isEqualTo(2);
  }
}
