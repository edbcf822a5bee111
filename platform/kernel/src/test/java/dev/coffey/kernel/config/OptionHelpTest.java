package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.NoOptions;
import dev.coffey.api.Option;
import dev.coffey.kernel.config.OptionHelp.OptionDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionHelpTest {
  enum Name {
    SGD,
    ADAM,
    ADAMW
  }

  record Scalars(
      @Option(help = "passes", min = 1) int epochs,
      @Option(help = "share", value = "0.9", min = 0, max = 1) double weight,
      @Option(help = "power", value = "2", max = 8) float power,
      @Option(help = "rule", value = "sgd") Name name,
      @Option(help = "whether", value = "false") boolean fast,
      @Option(help = "title") String title,
      @Option(help = "where") Path folder,
      @Option(help = "any") Settings late) {}

  @Test
  void scalarsAreDescribedWithTypeDefaultAndRange() {
    assertThat(OptionHelp.of(Scalars.class))
        .containsExactly(
            new OptionDescription("epochs", "whole number", "required", "at least 1", "passes"),
            new OptionDescription("weight", "number", "0.9", "0 to 1", "share"),
            new OptionDescription("power", "number", "2", "at most 8", "power"),
            new OptionDescription("name", "one of sgd, adam, adamw", "sgd", "", "rule"),
            new OptionDescription("fast", "true or false", "false", "", "whether"),
            new OptionDescription("title", "text", "required", "", "title"),
            new OptionDescription("folder", "path", "required", "", "where"),
            new OptionDescription("late", "anything", "required", "", "any"));
  }

  record Many(
      @Option(help = "a", value = "[1, 2]") List<Integer> seeds,
      @Option(help = "b", min = 0) List<Double> shares,
      @Option(help = "c") Map<String, String> inputs,
      @Option(help = "d") Optional<Double> clipNorm) {}

  @Test
  void listsMapsAndOptionalsAreDescribed() {
    assertThat(OptionHelp.of(Many.class))
        .containsExactly(
            new OptionDescription("seeds", "list of whole numbers", "[1,2]", "", "a"),
            new OptionDescription("shares", "list of numbers", "[]", "at least 0", "b"),
            new OptionDescription("inputs", "map of names to texts", "{}", "", "c"),
            new OptionDescription("clip-norm", "number", "none", "", "d"));
  }

  record Term(@Option(help = "factor", value = "1") double weight) {}

  record Nested(
      @Option(help = "a") Term loss,
      @Option(help = "b") List<Term> losses,
      @Option(help = "c") Map<String, Term> named,
      @Option(help = "d") Optional<Term> extra,
      @Option(help = "e", value = "{weight: 5}") Term heavy) {}

  @Test
  void nestedRecordsAreDescribedKeyByKey() {
    assertThat(OptionHelp.of(Nested.class))
        .containsExactly(
            new OptionDescription("loss", "group of keys", "", "", "a"),
            new OptionDescription("loss.weight", "number", "1", "", "factor"),
            new OptionDescription("losses", "list of groups of keys", "[]", "", "b"),
            new OptionDescription("losses[].weight", "number", "1", "", "factor"),
            new OptionDescription("named", "map of names to groups of keys", "{}", "", "c"),
            new OptionDescription("named.NAME.weight", "number", "1", "", "factor"),
            new OptionDescription("extra", "group of keys", "none", "", "d"),
            new OptionDescription("extra.weight", "number", "1", "", "factor"),
            new OptionDescription("heavy", "group of keys", "", "", "e"),
            new OptionDescription("heavy.weight", "number", "5", "", "factor"));
  }

  record Plain(int size) {}

  @Test
  void aComponentWithoutAnnotationIsRequired() {
    assertThat(OptionHelp.of(Plain.class))
        .containsExactly(new OptionDescription("size", "whole number", "required", "", ""));
  }

  record Branch(@Option(help = "below") List<Branch> branches) {}

  @Test
  void aRecordThatContainsItselfIsDescribedOnce() {
    assertThat(OptionHelp.of(Branch.class)).hasSize(1);
  }

  @Test
  void noOptionsHaveNoDescription() {
    assertThat(OptionHelp.of(NoOptions.class)).isEmpty();
  }
}
