package dev.coffey.plugins.datafree;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;

class NoiseImagesTest extends MethodContract {
  @Override
  protected Method method() {
    return new NoiseImages();
  }

  @Override
  protected Record options() {
    return new NoiseOptions(16, 2);
  }

  @Override
  protected DataSpec data() {
    return Players.DATA;
  }

  @Override
  protected void prepare(Run run) {
    Players.join(run);
  }

  @Override
  protected Tensors batch(Run run) {
    return Tensors.empty();
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }
}
