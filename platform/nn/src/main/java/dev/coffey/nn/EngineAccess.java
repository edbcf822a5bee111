package dev.coffey.nn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import dev.coffey.nn.engine.EngineSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The run's engine, device and root manager, all made at the first use. */
final class EngineAccess implements AutoCloseable {
  private final EngineSource source;
  private final String deviceName;
  private Optional<Engine> engine = Optional.empty();
  private Optional<NDManager> memory = Optional.empty();
  private boolean closed;
  private long seed;
  private int turns;
  private Thread owner = Thread.currentThread();

  EngineAccess(EngineSource source, String deviceName) {
    this.source = source;
    this.deviceName = deviceName;
  }

  static void checkDeviceName(String name) {
    if (!name.matches("cpu|gpu(:\\d{1,3})?")) {
      throw new IllegalArgumentException(
          "device must be cpu, gpu or gpu:NUMBER, but is '%s'".formatted(name));
    }
  }

  /** Loads the engine at the first call; a step asks often, and a source looks into its bundle. */
  Engine engine() {
    if (engine.isEmpty()) {
      engine = Optional.of(source.engine());
    }
    return engine.get();
  }

  NDManager memory() {
    if (closed) {
      throw new IllegalStateException("the workspace is closed");
    }
    if (memory.isEmpty()) {
      Engine loaded = engine();
      memory = Optional.of(NDManager.newBaseManager(device(loaded), loaded.getEngineName()));
      enter(loaded);
    }
    return memory.get();
  }

  boolean touched() {
    return memory.isPresent();
  }

  /** Seeds the engine's own generator, which on MXNet belongs to the calling thread. */
  void seed(long newSeed) {
    seed = newSeed;
    turns = 0;
    owner = Thread.currentThread();
    if (memory.isPresent()) {
      enter(engine());
    }
  }

  private void enter(Engine engine) {
    TorchThread.recordOnDemand(engine);
    if (EngineTraits.of(engine) == EngineTraits.OF_THE_THREAD) {
      engine.setRandomSeed((int) seed);
    } else {
      Turn.during(() -> reseed(engine, seed)); // or it would disturb the draws of another's step
    }
  }

  private static Engine reseed(Engine engine, long seed) {
    engine.setRandomSeed((int) seed);
    return engine;
  }

  /** What the engine is like; loads it. */
  EngineTraits traits() {
    memory();
    return EngineTraits.of(engine());
  }

  /**
   * Evaluates {@code body}, a step or a part of one, while no other run of this process does, if
   * the engine can't do two at once. Its random numbers are the process's then: each turn starts
   * from a seed of its own, so that they don't depend on who had the turn before.
   */
  <T> T exclusively(Supplier<T> body) {
    if (traits() == EngineTraits.OF_THE_THREAD || Turn.isHere()) {
      return body.get();
    }
    return Turn.during(
        () -> {
          reseed(engine(), Seeds.derive(seed, "turn-" + turns++));
          return body.get();
        });
  }

  /** Engine seeds hold for one thread only, so a run that changed threads would draw wrongly. */
  void checkThread() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "this run belongs to thread '%s', but was called from '%s'"
              .formatted(owner.getName(), Thread.currentThread().getName()));
    }
  }

  private Device device(Engine engine) {
    if (deviceName.equals("cpu")) {
      return Device.cpu();
    }
    int colon = deviceName.indexOf(':');
    int number = colon < 0 ? 0 : Integer.parseInt(deviceName.substring(colon + 1));
    int present = engine.getGpuCount();
    if (number >= present) {
      throw new IllegalArgumentException(
          "the experiment asks for %s, but %s sees %s on this machine; use device: cpu"
              .formatted(deviceName, source.name().toLowerCase(Locale.ROOT), count(present)));
    }
    return Device.gpu(number);
  }

  private static String count(int gpus) {
    return gpus == 0 ? "no GPU" : "only " + gpus + " GPU";
  }

  @Override
  public void close() {
    closed = true;
    memory.ifPresent(NDManager::close);
    memory = Optional.empty();
  }
}
