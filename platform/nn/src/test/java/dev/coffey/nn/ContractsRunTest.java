package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.DataSpec;
import dev.coffey.api.NoOptions;
import dev.coffey.api.contract.RunSource;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ContractsRunTest {
  @Test
  void theContractTestsFindARun() {
    RunSource source = ServiceLoader.load(RunSource.class).findFirst().orElseThrow();
    DataSpec data = DataSpec.of(ROW, 2);

    try (RunSource.Session session = source.open(1, data, new NoOptions())) {
      var student = session.run().build("student", linear(), ROW);
      double loss =
          session.step(
              () ->
                  session
                      .run()
                      .update(
                          "student",
                          () -> SmallNetworks.loss(student, SmallNetworks.rows(session.run())),
                          student));

      assertThat(loss).isPositive();
      assertThat(student.role()).isEqualTo("student");
      assertThat(session.run().data()).isEqualTo(data);
      assertThat(session.run().options(NoOptions.class)).isNotNull();
      assertThat(session.liveArrays()).isPositive();
    }
  }
}
