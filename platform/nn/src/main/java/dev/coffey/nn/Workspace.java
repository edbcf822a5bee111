package dev.coffey.nn;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Network;
import dev.coffey.api.Progress;
import dev.coffey.api.Run;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.model.NetworkFile;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * All engine-side state of one run: managers, networks, buffers, optimisers, random numbers.
 * Belongs to the thread that last called {@link #stage} (or, before that, {@link #open}).
 */
public final class Workspace implements AutoCloseable {
  private final Settings settings;
  private final Clock clock = new Clock();
  private final Recording recording = new Recording();
  private final EngineAccess engine;
  private final Persistent persistent;
  private final Scratch scratch;
  private final Networks networks;
  private final Buffers buffers;
  private final OptimizerGroups groups;
  private final Phases phases;
  private Optional<DataSpec> data;

  /**
   * What a workspace starts from.
   *
   * @param engine gives the engine when the first array is asked for
   * @param device {@code cpu}, {@code gpu} or {@code gpu:NUMBER}
   * @param seed decides all random numbers of the run
   * @param data what the data looks like; null if not known yet, see {@link
   *     Workspace#data(DataSpec)}
   * @param reporter receives what plugins report
   */
  public record Settings(
      EngineSource engine, String device, long seed, DataSpec data, Reporter reporter) {
    /** Checks everything that can be checked without the engine. */
    public Settings {
      requireNonNull(engine, "engine is null");
      requireNonNull(device, "device is null");
      requireNonNull(reporter, "reporter is null");
      EngineAccess.checkDeviceName(device);
    }
  }

  /** Receives what plugins report. */
  @FunctionalInterface
  public interface Reporter {
    /** One point of the curve {@code series}. Called on the run's thread. */
    void report(String series, Progress progress, double value);

    /**
     * Images of the series {@code series}, (N, C, H, W), C 1 or 3; not clipped yet. Called on the
     * run's thread; the array stays the plugin's.
     */
    default void picture(String series, Progress progress, NDArray images) {}
  }

  /** Answers {@link Run#options(Class)} for one plugin. */
  public interface OptionSource {
    /** The plugin's options as its record {@code type}. */
    <T extends Record> T get(Class<T> type);
  }

  /** Opens a plugin on its view. */
  @FunctionalInterface
  public interface Opening<T> {
    /** Gives what is at work from now on. */
    T open(Run run) throws IOException;
  }

  private Workspace(Settings settings) {
    this.settings = settings;
    this.data = Optional.ofNullable(settings.data());
    this.engine = new EngineAccess(settings.engine(), settings.device());
    this.persistent = new Persistent(engine);
    this.scratch = new Scratch(engine);
    this.networks = new Networks(settings.seed(), engine, persistent, recording);
    this.buffers = new Buffers(settings.seed(), persistent);
    this.groups = new OptimizerGroups(engine);
    this.phases = new Phases(engine, recording, groups, persistent, clock);
    seedEngine();
  }

  /**
   * Opens a workspace. The engine isn't touched until the first array is asked for, so that
   * datasets can be opened without it.
   */
  public static Workspace open(Settings settings) {
    return new Workspace(requireNonNull(settings, "settings is null"));
  }

  /** Says what the data looks like. */
  public void data(DataSpec spec) {
    data = Optional.of(spec);
  }

  /**
   * Starts a stage: progress goes back to (0, 0, {@code totalSteps}), random streams start anew,
   * derived from run seed, stage and scope, and the engine's own generator is seeded in the calling
   * thread, which from now on is the run's.
   */
  public void stage(String name, long totalSteps) {
    recording.refuse("a new stage");
    clock.stage(name, totalSteps);
    seedEngine();
  }

  /**
   * Says where the stage stands. With every new {@code epoch} random streams and the engine's
   * generator start anew, so that a run resumed at the start of an epoch draws the same numbers.
   *
   * @param epoch from 1
   * @param step steps done so far in the stage
   */
  public void advance(int epoch, long step) {
    long era = clock.era();
    clock.advance(epoch, step);
    if (clock.era() != era) {
      seedEngine();
    }
  }

  /**
   * Lets random streams and the engine's generator start anew at the current step, as they do with
   * every epoch: a run can be resumed here, if it calls this here, broken off or not.
   */
  public void mark() {
    recording.refuse("a mark");
    clock.mark();
    seedEngine();
  }

  private void seedEngine() {
    engine.seed(clock.seed(settings.seed(), "engine"));
  }

  /** Where the stage stands. */
  public Progress progress() {
    return clock.progress();
  }

  /**
   * A plugin's view.
   *
   * @param scope such as {@code student}, {@code loss/kd-kl#1}, {@code dataset}: names its random
   *     stream and prefixes its buffers, and, except {@code student} and {@code teacher}, the roles
   *     of networks built through it
   */
  public Run view(String scope, OptionSource options) {
    return view(new Naming(scope, false), options);
  }

  /**
   * The view of a student used as a teacher: a network that it builds as {@code student} or {@code
   * student.NAME} gets the role {@code teacher} or {@code teacher.NAME}.
   */
  public Run viewAsTeacher(OptionSource options) {
    return viewAs(Naming.TEACHER, options);
  }

  /**
   * The view of a student or teacher that plays another part: a network that it builds as {@code
   * student.NAME} or {@code teacher.NAME} gets the role {@code PART.NAME}.
   *
   * @param part such as {@code teacher}, {@code judge}
   */
  public Run viewAs(String part, OptionSource options) {
    return view(new Naming(part, true), options);
  }

  private Run view(Naming naming, OptionSource options) {
    var random = new RandomStream(settings.seed(), "view/" + naming.scope(), clock);
    return new RunView(this, naming, requireNonNull(options, "options is null"), random);
  }

  /**
   * Lets another version of a plugin take the place of the one that has the view {@code scope}. Its
   * networks of the same roles start with the weights (and the optimiser's state) of the former's,
   * its buffers of the same names with their values; {@code open} may hand over more. Not inside a
   * step.
   *
   * @param open opens the other version on its new view
   * @throws IOException as {@code open} does; everything of the former version is then as it was,
   *     and so it is whatever else is thrown: UncheckedIOException where networks differ in names
   *     or shapes, IllegalArgumentException where buffers do
   */
  public <T> T handOver(String scope, OptionSource options, Opening<T> open) throws IOException {
    recording.refuse("a hand-over");
    var formerNetworks = networks.setAside(scope);
    var formerBuffers = buffers.setAside(scope);
    boolean done = false;
    try {
      T opened = open.open(view(scope, options));
      done = true;
      return opened;
    } finally {
      if (done) {
        networks.drop(formerNetworks);
        buffers.drop(formerBuffers);
      } else {
        networks.restore(scope, formerNetworks);
        buffers.restore(scope, formerBuffers);
      }
    }
  }

  /** A new generator for run seed, current stage and {@code purpose}: {@code order/epoch-3}. */
  public RandomGenerator random(String purpose) {
    return Seeds.generator(settings.seed(), clock.stage(), "purpose", purpose);
  }

  /**
   * Runs one step or one evaluation batch with a scratch manager, closed afterwards. On an engine
   * that can do one thing at a time it waits until no other run of this process is in a step.
   */
  public <T> T step(Supplier<T> body) {
    engine.checkThread();
    return engine.exclusively(() -> scratched(body));
  }

  private <T> T scratched(Supplier<T> body) {
    scratch.open();
    try {
      return body.get();
    } finally {
      scratch.close();
      if (scratch.isEmpty() && !recording.active()) {
        persistent.sweep();
      }
    }
  }

  /**
   * Chooses the optimiser of a group, whose state starts anew. A group without settings has those
   * of {@code student}.
   */
  public void optimizer(String group, OptimizerOptions optimizer, ScheduleOptions schedule) {
    recording.refuse("a change of optimiser");
    groups.configure(
        requireNonNull(group, "group is null"),
        requireNonNull(optimizer, "optimizer is null"),
        requireNonNull(schedule, "schedule is null"));
  }

  /** The run's root manager. Loads the engine if this is its first use. */
  public NDManager memory() {
    return engine.memory();
  }

  /** Roles of all networks, shadows included, in the order they were built. */
  public Set<String> roles() {
    return networks.roles();
  }

  /**
   * The network with this role.
   *
   * @throws IllegalArgumentException if there is none; the message lists the roles
   */
  public Network network(String role) {
    return networks.get(role);
  }

  /**
   * Opens a network from a file, for inference only, frozen. Its taps are the file's outputs; its
   * parameters and multiply-adds are unknown and count as 0. Inside an update or gradient it works
   * within {@code infer} only.
   *
   * @param reader the engine that reads the file: the run's own, or one that only infers
   * @throws dev.coffey.nn.model.UnfitFile if the file cannot be read or doesn't fit the data
   */
  public Network open(String role, NetworkFile file, EngineSource reader) {
    return networks.open(role, file, reader, data().input());
  }

  /**
   * Writes a network in inference as an ONNX model, with the batch axis free, inputs named {@code
   * x} (or {@code x1}, {@code x2}, …), and outputs named as the taps. The stream stays open.
   *
   * @throws dev.coffey.nn.onnx.CannotExport if it does something that cannot be written; the
   *     message says what in a sentence
   */
  public void exportOnnx(Network network, OutputStream out) throws IOException {
    recording.refuse("export of '%s'".formatted(network.role()));
    networks.own(network).iterator().next().exportOnnx(out);
  }

  /** Number of arrays alive in {@link #memory}. */
  public int liveArrays() {
    return engine.touched() ? engine.memory().getManagedArrays().size() : 0;
  }

  /**
   * Writes a checkpoint: progress, all networks, buffers and optimiser state. Take it at the end of
   * an epoch or right after {@link #mark}, where random streams start anew. The stream stays open.
   */
  public void save(OutputStream out) throws IOException {
    recording.refuse("save");
    new Checkpoint(clock, networks, buffers, groups).save(out);
  }

  /**
   * Reads a checkpoint into a workspace in which the same stage was begun, the same networks were
   * built and the same optimisers chosen.
   *
   * @throws IOException if it is damaged or belongs to another run; the workspace may then be
   *     partly changed
   */
  public void load(InputStream in) throws IOException {
    recording.refuse("load");
    new Checkpoint(clock, networks, buffers, groups).load(in);
    seedEngine();
  }

  /** Closes everything. */
  @Override
  public void close() {
    engine.close();
  }

  DataSpec data() {
    return data.orElseThrow(
        () -> new IllegalStateException("what the run's data looks like is not known yet"));
  }

  void report(String series, double value) {
    settings.reporter().report(series, progress(), value);
  }

  void picture(String series, NDArray images) {
    PictureCheck.check(series, images);
    settings.reporter().picture(series, progress(), images);
  }

  NDManager scratch() {
    return scratch.current();
  }

  Networks networks() {
    return networks;
  }

  Buffers buffers() {
    return buffers;
  }

  Recording recording() {
    return recording;
  }

  Phases phases() {
    return phases;
  }
}
