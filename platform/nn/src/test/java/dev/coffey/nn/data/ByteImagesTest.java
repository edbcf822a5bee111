package dev.coffey.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.Seeds;
import dev.coffey.nn.test.TestBench;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ByteImagesTest {
  private static final int COUNT = 30;
  private static final DataSpec SPEC = DataSpec.of(new Shape(1, 1, 2), 3);

  private final TestBench bench = TestBench.open(1, SPEC);
  private final Run run = bench.run();
  private final ByteImages images = images(COUNT);

  @AfterEach
  void close() {
    bench.close();
  }

  /** Image i is (i, 255 − i), its label i mod 3, its index 1000 + i. */
  private ByteImages images(int count) {
    byte[] pixels = new byte[2 * count];
    for (int i = 0; i < count; i++) {
      pixels[2 * i] = (byte) i;
      pixels[2 * i + 1] = (byte) (255 - i);
    }
    return new ByteImages(
        run,
        SPEC,
        pixels,
        IntStream.range(0, count).map(i -> i % 3).toArray(),
        IntStream.range(0, count).mapToLong(i -> 1000 + i).toArray());
  }

  private List<Long> indices(Iterator<Tensors> batches) {
    List<Long> indices = new ArrayList<>();
    while (batches.hasNext()) {
      bench.stepping(
          () -> {
            for (long index : batches.next().get("index").toLongArray()) {
              indices.add(index);
            }
          });
    }
    return indices;
  }

  @Test
  void aBatchHasScaledPixelsLabelsAndIndicesInScratch() {
    bench.stepping(
        () -> {
          Tensors batch = images.batches(2, null).next();

          assertThat(batch.names()).containsExactly("x", "index", "y");
          assertThat(batch.get("x").getShape()).isEqualTo(new Shape(2, 1, 1, 2));
          assertThat(batch.get("x").toFloatArray()).containsExactly(0, 1, 1 / 255f, 254 / 255f);
          assertThat(batch.get("y").getDataType()).isEqualTo(DataType.INT32);
          assertThat(batch.get("y").toIntArray()).containsExactly(0, 1);
          assertThat(batch.get("index").toLongArray()).containsExactly(1000, 1001);
          assertThat(run.scratch().getManagedArrays()).hasSize(3);
        });
  }

  @Test
  void withoutAnOrderTheSourcesOwnIsKeptAndTheLastBatchIsSmaller() {
    Iterator<Tensors> batches = images.batches(8, null);

    List<Long> sizes = new ArrayList<>();
    while (batches.hasNext()) {
      sizes.add(bench.step(() -> batches.next().get("x").getShape().get(0)));
    }

    assertThat(sizes).containsExactly(8L, 8L, 8L, 6L);
    assertThat(indices(images.batches(7, null))).isSorted().hasSize(COUNT);
    assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void anOrderShufflesAllSamplesRepeatably() {
    List<Long> first = indices(images.batches(7, Seeds.generator(1, "order")));

    assertThat(first)
        .doesNotHaveDuplicates()
        .hasSize(COUNT)
        .isEqualTo(indices(images.batches(7, Seeds.generator(1, "order"))))
        .isNotEqualTo(indices(images.batches(7, Seeds.generator(2, "order"))))
        .isNotEqualTo(indices(images.batches(7, null)));
  }

  @Test
  void rowsAreFoundByTheirStableIndexInSubsetsToo() {
    ByteImages subset = images.subset(new int[] {9, 4});

    assertThat(subset.index()).containsExactly(1009, 1004);
    bench.stepping(
        () -> {
          assertThat(images.rows(1005, 1002).get("y").toIntArray()).containsExactly(2, 2);
          assertThat(subset.rows(1004).get("x").toFloatArray()[0]).isEqualTo(4 / 255f);
        });
    assertThatThrownBy(() -> subset.rows(1005))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no sample with index 1005 among 2");
  }

  @Test
  void aBalancedSubsetHasClassesInEqualNumbers() {
    ByteImages subset = images.balanced(11, Seeds.generator(1, "subset"));

    int[] counts = new int[3];
    bench.stepping(
        () -> {
          for (int label : subset.batches(20, null).next().get("y").toIntArray()) {
            counts[label]++;
          }
        });
    assertThat(counts).contains(3).containsOnly(3, 4);
    assertThat(subset.size()).isEqualTo(11);
    assertThat(indices(subset.batches(20, null))).doesNotHaveDuplicates().isSorted();
    assertThat(subset.digest())
        .isEqualTo(images.balanced(11, Seeds.generator(1, "subset")).digest())
        .isNotEqualTo(images.balanced(11, Seeds.generator(2, "subset")).digest());
  }

  @Test
  void aClassWithTooFewSamplesIsNamed() {
    ByteImages few = images.subset(new int[] {0, 3, 6, 1, 4, 7, 2});

    assertThatThrownBy(() -> few.balanced(6, Seeds.generator(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "class 2 has 1 samples, but 2 are needed for 6 with the classes in equal numbers");
  }

  @Test
  void theDigestSpeaksOfContentAndOrder() {
    assertThat(images.digest())
        .matches("[0-9a-f]{64}")
        .isEqualTo(images(COUNT).digest())
        .isEqualTo(images.subset(IntStream.range(0, COUNT).toArray()).digest())
        .isNotEqualTo(images(COUNT - 1).digest());
    assertThat(images.subset(new int[] {1, 2}).digest())
        .isNotEqualTo(images.subset(new int[] {2, 1}).digest());
  }

  @Test
  void imagesWithoutLabelsGiveNone() {
    var unlabelled = new ByteImages(run, SPEC, new byte[4], new int[0], new long[] {0, 1});

    bench.stepping(
        () -> assertThat(unlabelled.batches(2, null).next().names()).containsExactly("x", "index"));
    assertThatThrownBy(() -> unlabelled.balanced(2, Seeds.generator(1)))
        .hasMessageContaining("without labels");
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new ByteImages(run, SPEC, new byte[5], new int[2], new long[2]))
        .hasMessage("2 images of shape (1, 1, 2) need 4 bytes, but there are 5");
    assertThatThrownBy(() -> new ByteImages(run, SPEC, new byte[4], new int[1], new long[2]))
        .hasMessage("there are 2 images, but 1 labels");
    assertThatThrownBy(() -> new ByteImages(run, SPEC, new byte[4], new int[] {0, 3}, new long[2]))
        .hasMessage("the label of image 1 is 3, but there are 3 classes");
    assertThatThrownBy(() -> images.batches(0, null)).hasMessageContaining("at least 1");
  }
}
