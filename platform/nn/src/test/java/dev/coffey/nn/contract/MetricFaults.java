package dev.coffey.nn.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import java.util.Map;

final class MetricFaults {
  private MetricFaults() {}

  /** Sum of what was added over the number of times, 0 before the first. */
  private static class Mean implements Metric.Meter {
    private double sum;
    private long count;

    void add(double value, long times) {
      sum += value;
      count += times;
    }

    @Override
    public void add(Tensors outputs) {
      var logits = outputs.get("student/logits");
      add(logits.sum().getFloat(), logits.size());
    }

    double mean() {
      return sum / count;
    }

    @Override
    public Map<String, Double> read() {
      return Map.of("mean", count == 0 ? 0 : mean());
    }
  }

  abstract static class Case extends MetricContract {
    @Override
    protected String id() {
      return "mean";
    }

    @Override
    protected Tensors outputs(Run run) {
      return Tensors.of(
          "student/logits", run.scratch().create(new float[] {1, 2, 3, 4, 5, 9}, new Shape(3, 2)));
    }
  }

  @Finds({})
  static class Sound extends Case {
    @Override
    protected Metric metric() {
      return run -> new Mean();
    }
  }

  @Finds("splittingThePassIntoUnequalBatchesChangesNothing")
  static class WeighsBatchesAlike extends Case {
    @Override
    protected Metric metric() {
      return run ->
          new Mean() {
            @Override
            public void add(Tensors outputs) {
              add(outputs.get("student/logits").mean().getFloat(), 1);
            }
          };
    }
  }

  @Finds("stepsLeaveNoArraysBehind")
  static class KeepsEveryBatch extends Case {
    @Override
    protected Metric metric() {
      return run ->
          new Mean() {
            @Override
            public void add(Tensors outputs) {
              super.add(outputs);
              NDArray copy = outputs.get("student/logits").duplicate();
              copy.attach(run.memory());
            }
          };
    }
  }

  @Finds({"runsInOtherThreadsDoNotDisturbIt", "aClosedRunLeavesNothingToTheNext"})
  static class HasOneMeter extends Case {
    @Override
    protected Metric metric() {
      var meter = new Mean();
      return run -> {
        meter.add(1, 1);
        return meter;
      };
    }
  }

  @Finds("itsMainFigureIsNamedLikeItsIdAndDetailsHaveASlash")
  static class HasAnotherFigure extends Case {
    @Override
    protected Metric metric() {
      return run ->
          new Mean() {
            @Override
            public Map<String, Double> read() {
              return Map.of("mean", super.read().get("mean"), "median", 1.0);
            }
          };
    }
  }

  @Finds("readingTwiceGivesTheSame")
  static class CountsReading extends Case {
    @Override
    protected Metric metric() {
      return run ->
          new Mean() {
            @Override
            public Map<String, Double> read() {
              var figures = super.read();
              add(1, 1);
              return figures;
            }
          };
    }
  }

  @Finds("noFigureIsNotANumberBeforeTheFirstBatch")
  static class DividesByZero extends Case {
    @Override
    protected Metric metric() {
      return run ->
          new Mean() {
            @Override
            public Map<String, Double> read() {
              return Map.of("mean", mean());
            }
          };
    }
  }

  @Finds("itReadsTheTeacherOnlyIfItSaysSo")
  static class WantsATeacherInVain extends Case {
    @Override
    protected Metric metric() {
      return new Metric() {
        @Override
        public boolean comparesWithTeacher() {
          return true;
        }

        @Override
        public Meter open(Run run) {
          return new Mean();
        }
      };
    }
  }
}
