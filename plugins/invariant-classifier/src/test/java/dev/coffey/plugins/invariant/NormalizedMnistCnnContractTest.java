package dev.coffey.plugins.invariant;

class NormalizedMnistCnnContractTest extends MnistCnnContractTest {
  @Override
  protected Record options() {
    return new MnistCnnOptions(4, true);
  }
}
