package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Who is mixed with whom, and how much of each sample stays.
 *
 * @param lambda each sample's own share of its mix, float32, (N)
 * @param perm row of each sample's partner, int32, (N)
 */
record Pairs(NDArray lambda, NDArray perm) {
  /** {@code lambda}: one share a sample. {@code perm}: as {@link #partners} gives it. */
  static Pairs of(NDManager manager, List<Double> lambda, int[] perm) {
    var shares = new float[perm.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = lambda.get(i).floatValue();
    }
    return new Pairs(manager.create(shares), manager.create(perm));
  }

  /** A uniformly random order of {@code samples} rows: Fisher and Yates. */
  static int[] partners(RandomGenerator random, int samples) {
    var perm = new int[samples];
    for (int i = 0; i < samples; i++) {
      int other = random.nextInt(i + 1);
      perm[i] = perm[other];
      perm[other] = i;
    }
    return perm;
  }

  /** The partners' rows of {@code array}, (N, …). */
  NDArray partners(NDArray array) {
    return array.get(perm);
  }

  /** {@code λ · array + (1 − λ) · array_perm}, row by row. */
  NDArray mixed(NDArray array) {
    var ones = new long[array.getShape().dimension()];
    Arrays.fill(ones, 1);
    ones[0] = -1;
    NDArray own = lambda.reshape(ones);
    return own.mul(array).add(own.neg().add(1).mul(partners(array)));
  }

  /**
   * {@code batch} with the mixed {@code x}, {@code lambda}, {@code perm} and, where it has labels,
   * their mix {@code jointLabel}, float32, (N, classes). Soft labels that are there already are
   * mixed further.
   */
  Tensors into(Tensors batch, NDArray x, Run run) {
    Tensors mixed = batch.with("x", x).with("lambda", lambda).with("perm", perm);
    int classes = run.data().classes();
    return batch
        .find("jointLabel")
        .or(() -> batch.find("y").map(y -> y.oneHot(classes, DataType.FLOAT32)))
        .map(labels -> mixed.with("jointLabel", mixed(labels)))
        .orElse(mixed);
  }
}
