package dev.coffey.nn.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import dev.coffey.api.Teacher;
import dev.coffey.api.contract.StudentContract;
import dev.coffey.api.contract.TeacherContract;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.Staged;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

final class NetworkFaults {
  private static final Initial CONSTANT =
      (shape, random) -> Initial.he().draw(shape, new SplittableRandom(5));

  private NetworkFaults() {}

  /** Dense, {@code middle}, relu, dense. */
  private static Block block(int hidden, UnaryOperator<NDArray> middle) {
    return Staged.builder()
        .add(Linear.builder().setUnits(hidden).build())
        .apply(middle)
        .add(Activation::relu)
        .add(Linear.builder().setUnits(3).build())
        .tap("logits")
        .build();
  }

  private static Block constant() {
    var block = block(4, UnaryOperator.identity());
    block.setInitializer(CONSTANT, Parameter.Type.WEIGHT);
    return block;
  }

  private static NDArray halfStopped(NDArray array) {
    return array.add(array.stopGradient());
  }

  abstract static class StudentCase extends StudentContract {
    /** Called for every run. */
    abstract Block block();

    @Override
    protected Student student() {
      return run -> List.of(run.build("student", block(), run.data().input()));
    }

    @Override
    protected DataSpec data() {
      return DataSpec.of(new Shape(5), 3);
    }
  }

  @Finds({})
  static class SoundStudent extends StudentCase {
    @Override
    Block block() {
      return NetworkFaults.block(4, UnaryOperator.identity());
    }
  }

  @Finds("itsGradientAgreesWithFiniteDifferences")
  static class StudentThatStopsHalfOfItsGradient extends StudentCase {
    @Override
    Block block() {
      return NetworkFaults.block(4, NetworkFaults::halfStopped);
    }
  }

  @Finds("theSeedDecidesTheWeights")
  static class StudentThatIgnoresTheSeed extends StudentCase {
    @Override
    Block block() {
      return constant();
    }
  }

  @Finds({"runsInOtherThreadsDoNotDisturbIt", "aClosedRunLeavesNothingToTheNext"})
  static class StudentThatKeepsTheFirstNetwork extends StudentCase {
    @Override
    protected Student student() {
      return new Student() {
        private List<Network> first = List.of();

        @Override
        public synchronized List<Network> open(Run run) {
          if (first.isEmpty()) {
            first = List.of(run.build("student", block(), run.data().input()));
          }
          return first;
        }
      };
    }

    @Override
    Block block() {
      return NetworkFaults.block(4, UnaryOperator.identity());
    }
  }

  @Finds("itsFirstNetworkIsTheStudentAndTheOthersAreNamedAfterIt")
  static class StudentWithACritic extends StudentCase {
    @Override
    protected Student student() {
      return run ->
          List.of(
              run.build("student", block(), run.data().input()),
              run.build("critic", block(), run.data().input()));
    }

    @Override
    Block block() {
      return NetworkFaults.block(4, UnaryOperator.identity());
    }
  }

  @Finds("itHasParametersAndOneLogitAClass")
  static class StudentOfOtherClasses extends SoundStudent {
    @Override
    protected DataSpec data() {
      return DataSpec.of(new Shape(5), 2);
    }
  }

  @Finds({
    "itsOutputsAreFiniteAndOfTheShapesItDeclares",
    "gradientsReachItsInput",
    "itsGradientAgreesWithFiniteDifferences"
  })
  static class StudentOfNoNumbers extends StudentCase {
    @Override
    Block block() {
      return NetworkFaults.block(4, array -> array.mul(Float.POSITIVE_INFINITY));
    }
  }

  @Finds("whatIsSavedCanBeLoaded")
  static class StudentWithAWeightOfItsOwn extends StudentCase {
    @Override
    protected Student student() {
      return run -> {
        float scale = run.random().nextFloat();
        var block = NetworkFaults.block(4, array -> array.mul(scale));
        return List.of(run.build("student", block, run.data().input()));
      };
    }

    @Override
    Block block() {
      throw new IllegalStateException("it has another block in every run");
    }
  }

  abstract static class TeacherCase extends TeacherContract {
    /** Called for every run. */
    abstract Block block();

    @Override
    protected Teacher teacher() {
      return run -> List.of(run.build("teacher", block(), run.data().input()).freeze());
    }

    @Override
    protected DataSpec data() {
      return DataSpec.of(new Shape(5), 3);
    }
  }

  @Finds({})
  static class SoundTeacher extends TeacherCase {
    @Override
    Block block() {
      return constant();
    }
  }

  @Finds("itAnswersTheSameTwiceAndInEveryRun")
  static class TeacherOfRandomWeights extends TeacherCase {
    @Override
    Block block() {
      return NetworkFaults.block(4, UnaryOperator.identity());
    }
  }

  @Finds("gradientsThroughItAgreeWithFiniteDifferences")
  static class TeacherThatStopsHalfOfItsGradient extends TeacherCase {
    @Override
    Block block() {
      var block = NetworkFaults.block(4, NetworkFaults::halfStopped);
      block.setInitializer(CONSTANT, Parameter.Type.WEIGHT);
      return block;
    }
  }

  @Finds("itsFirstNetworkIsTheTeacher")
  static class TeacherOfAnotherRole extends TeacherCase {
    @Override
    protected Teacher teacher() {
      return run -> List.of(run.build("tutor", block(), run.data().input()).freeze());
    }

    @Override
    Block block() {
      return constant();
    }
  }

  @Finds({"gradientsThroughItLeaveItAsItIs", "gradientsThroughItAgreeWithFiniteDifferences"})
  static class TeacherOfNoNumbers extends TeacherCase {
    @Override
    Block block() {
      var block = NetworkFaults.block(4, array -> array.mul(Float.NaN));
      block.setInitializer(CONSTANT, Parameter.Type.WEIGHT);
      return block;
    }
  }
}
