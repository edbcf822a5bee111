package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.linear;
import static dev.coffey.nn.SmallNetworks.loss;
import static dev.coffey.nn.SmallNetworks.rows;
import static dev.coffey.nn.SmallNetworks.withStatistics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.Workspace.OptionSource;
import dev.coffey.nn.test.TestBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another version of a plugin takes a scope over. */
class HandOverTest {
  private static final String SCOPE = "loss/hint";
  private static final Shape BANK = new Shape(3);

  private final OptionSource none =
      new OptionSource() {
        @Override
        public <T extends Record> T get(Class<T> type) {
          throw new IllegalArgumentException("there are no options");
        }
      };

  private TestBench bench;
  private Run first;
  private Network regressor;
  private NDArray bank;

  @BeforeEach
  void aTermWithNetworkAndBufferThatHasTrained() {
    bench = TestBench.open(1);
    first = bench.view(SCOPE);
    regressor = first.build("regressor", linear(), ROW);
    bank = first.buffer("bank", BANK, Initializer.ZEROS);
    bank.addi(7);
    train(regressor);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theNewVersionGoesOnWithWeightsAndBuffers() throws IOException {
    byte[] trained = Bytes.of(regressor);

    var next =
        bench
            .workspace()
            .handOver(
                SCOPE,
                none,
                run -> {
                  assertThat(run.buffer("bank", BANK, Initializer.ZEROS).toFloatArray())
                      .containsExactly(7, 7, 7);
                  return run.build("regressor", linear(), ROW);
                });

    assertThat(next).isNotSameAs(regressor);
    assertThat(Bytes.of(next)).isEqualTo(trained);
    assertThat(bench.workspace().network(SCOPE + "/regressor")).isSameAs(next);
    train(next);
    assertThat(Bytes.of(next)).isNotEqualTo(trained);
  }

  @Test
  void aVersionWithAnotherNetworkIsRefusedAndNothingHasChanged() throws IOException {
    byte[] trained = Bytes.of(regressor);
    int arrays = bench.liveArrays();

    assertThatThrownBy(
            () ->
                bench
                    .workspace()
                    .handOver(
                        SCOPE,
                        none,
                        run -> {
                          run.buffer("bank", BANK, Initializer.ZEROS).addi(1);
                          run.buffer("more", BANK, Initializer.ZEROS);
                          return run.build("regressor", withStatistics(), ROW);
                        }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("'loss/hint/regressor'");

    assertThat(bench.workspace().network(SCOPE + "/regressor")).isSameAs(regressor);
    assertThat(Bytes.of(regressor)).isEqualTo(trained);
    assertThat(first.buffer("bank", BANK, Initializer.ZEROS)).isSameAs(bank);
    assertThat(bank.toFloatArray()).containsExactly(7, 7, 7);
    assertThat(bench.liveArrays()).isEqualTo(arrays);
    train(regressor);
  }

  @Test
  void aBufferOfAnotherShapeIsRefused() {
    assertThatThrownBy(
            () ->
                bench
                    .workspace()
                    .handOver(
                        SCOPE, none, run -> run.buffer("bank", new Shape(4), Initializer.ZEROS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(3)")
        .hasMessageContaining("(4)");
    assertThat(bank.toFloatArray()).containsExactly(7, 7, 7);
  }

  @Test
  void manyHandOversLeaveNoArraysBehind() throws IOException {
    handOver();
    int arrays = bench.liveArrays();

    for (int i = 0; i < 20; i++) {
      handOver();
    }

    assertThat(bench.liveArrays()).isEqualTo(arrays);
  }

  @Test
  void otherScopesStayAsTheyAre() throws IOException {
    var other = bench.view(SCOPE + "-2").build("regressor", linear(), ROW);

    handOver();

    assertThat(bench.workspace().network(SCOPE + "-2/regressor")).isSameAs(other);
  }

  private void handOver() throws IOException {
    bench
        .workspace()
        .handOver(
            SCOPE,
            none,
            run -> {
              run.buffer("bank", BANK, Initializer.ZEROS);
              return run.build("regressor", linear(), ROW);
            });
  }

  private void train(Network network) {
    bench.stepping(() -> first.update("student", () -> loss(network, rows(first)), network));
  }
}
