package dev.coffey.nn.contract;

import dev.coffey.api.Event;
import dev.coffey.api.NoOptions;
import dev.coffey.api.Observer;
import dev.coffey.api.Option;
import dev.coffey.api.contract.ObserverContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Option records; the service around them does nothing. */
final class OptionFaults {
  private OptionFaults() {}

  enum Shade {
    LIGHT_GREY
  }

  record Inner(@Option(help = "a share", value = "1e-1", min = 0, max = 1) double innerShare) {}

  record Sound(
      @Option(help = "a number", value = "3", min = 1) int topK,
      @Option(help = "a number, or none", max = 4) Optional<Integer> most,
      @Option(help = "numbers", value = "[1, 2.5]", min = 1, max = 3) List<Double> sizes,
      @Option(help = "yes or no", value = "true") boolean strict,
      @Option(help = "a shade", value = "light-grey") Shade shade,
      @Option(help = "a text", value = "anything, really") String text,
      @Option(help = "more") Inner inner) {
    Sound {
      if (topK > 100) {
        throw new IllegalArgumentException("top-k must be at most 100, but is " + topK);
      }
    }
  }

  record Lenient(@Option(help = "a temperature", value = "4") double temperature) {}

  record Anonymous(@Option(help = "a temperature", value = "4") double temperature) {
    Anonymous {
      if (temperature <= 0) {
        throw new IllegalArgumentException("that's too cold");
      }
    }
  }

  record OutOfRange(@Option(help = "a share", value = "1.5", min = 0, max = 1) double share) {}

  record ItemOutOfRange(@Option(help = "shares", value = "[1, 2]", max = 1) List<Double> shares) {}

  record NoWholeNumber(@Option(help = "a number", value = "2.5") Optional<Integer> number) {}

  record NoConstant(@Option(help = "a shade", value = "dark") Shade shade) {}

  record NoTruth(@Option(help = "yes or no", value = "yes") boolean strict) {}

  record Silent(@Option(help = " ", value = "1") int number, int more) {}

  record Underscored(@Option(help = "a number", value = "1") int top_k) {}

  record Nested(@Option(help = "more of them") List<OutOfRange> parts) {}

  /** A contract whose service has options of {@code type}. */
  abstract static class Case extends ObserverContract {
    private final Class<? extends Record> type;
    private final Record options;

    Case(Class<? extends Record> type, Record options) {
      this.type = type;
      this.options = options;
    }

    @Override
    protected Observer observer() {
      return new Observer() {
        @Override
        public Class<? extends Record> options() {
          return type;
        }

        @Override
        public void on(Event event) {}
      };
    }

    @Override
    protected Record options() {
      return options;
    }
  }

  @Finds({})
  static class SoundCase extends Case {
    SoundCase() {
      super(Sound.class, sound(3));
    }

    @Override
    protected List<Supplier<? extends Record>> invalidOptions() {
      return List.of(() -> sound(101));
    }

    private static Sound sound(int topK) {
      return new Sound(topK, Optional.empty(), List.of(), true, Shade.LIGHT_GREY, "", new Inner(0));
    }
  }

  @Finds("theOptionsOfTheTestAreOfTheRecordThatTheServiceNames")
  static class OtherRecordCase extends Case {
    OtherRecordCase() {
      super(Lenient.class, new NoOptions());
    }
  }

  @Finds("invalidOptionsAreRefusedByName")
  static class LenientCase extends Case {
    LenientCase() {
      super(Lenient.class, new Lenient(1));
    }

    @Override
    protected List<Supplier<? extends Record>> invalidOptions() {
      return List.of(() -> new Lenient(-1));
    }
  }

  @Finds("invalidOptionsAreRefusedByName")
  static class AnonymousCase extends Case {
    AnonymousCase() {
      super(Anonymous.class, new Anonymous(1));
    }

    @Override
    protected List<Supplier<? extends Record>> invalidOptions() {
      return List.of(() -> new Anonymous(-1));
    }
  }

  @Finds("everyDefaultIsOfItsOptionsTypeAndInItsRange")
  static class OutOfRangeCase extends Case {
    OutOfRangeCase() {
      super(OutOfRange.class, new OutOfRange(1));
    }
  }

  @Finds("everyDefaultIsOfItsOptionsTypeAndInItsRange")
  static class ItemOutOfRangeCase extends Case {
    ItemOutOfRangeCase() {
      super(ItemOutOfRange.class, new ItemOutOfRange(List.of()));
    }
  }

  @Finds("everyDefaultIsOfItsOptionsTypeAndInItsRange")
  static class NoWholeNumberCase extends Case {
    NoWholeNumberCase() {
      super(NoWholeNumber.class, new NoWholeNumber(Optional.empty()));
    }
  }

  @Finds("everyDefaultIsOfItsOptionsTypeAndInItsRange")
  static class NoConstantCase extends Case {
    NoConstantCase() {
      super(NoConstant.class, new NoConstant(Shade.LIGHT_GREY));
    }
  }

  @Finds("everyDefaultIsOfItsOptionsTypeAndInItsRange")
  static class NoTruthCase extends Case {
    NoTruthCase() {
      super(NoTruth.class, new NoTruth(true));
    }
  }

  @Finds("everyDefaultIsOfItsOptionsTypeAndInItsRange")
  static class NestedCase extends Case {
    NestedCase() {
      super(Nested.class, new Nested(List.of()));
    }
  }

  @Finds("everyOptionHasALineOfHelp")
  static class SilentCase extends Case {
    SilentCase() {
      super(Silent.class, new Silent(1, 2));
    }
  }

  @Finds("everyOptionHasANameForKebabCase")
  static class UnderscoredCase extends Case {
    UnderscoredCase() {
      super(Underscored.class, new Underscored(1));
    }
  }
}
