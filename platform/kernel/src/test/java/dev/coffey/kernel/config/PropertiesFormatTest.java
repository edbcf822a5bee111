package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class PropertiesFormatTest {
  private static Settings read(String properties) {
    return new Settings("", new PropertiesFormat().read("x.properties", properties));
  }

  private static String json(String properties) {
    return read(properties).value().toString();
  }

  private static AbstractThrowableAssert<?, ?> reading(String properties) {
    return assertThatThrownBy(() -> read(properties)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void dotsNestAndValuesHaveTypes() {
    assertThat(json("train.optimizer.lr = 0.1\ntrain.epochs=3\nname: x y\non = true"))
        .isEqualTo(
            "{\"train\":{\"optimizer\":{\"lr\":0.1},\"epochs\":3},\"name\":\"x y\",\"on\":true}");
  }

  @Test
  void commasMakeLists() {
    assertThat(json("seeds = 1, 2, 3")).isEqualTo("{\"seeds\":[1,2,3]}");
  }

  @Test
  void repeatedKeysMakeLists() {
    assertThat(json("seeds = 1\nseeds = 2")).isEqualTo("{\"seeds\":[1,2]}");
  }

  @Test
  void aTrailingCommaMakesAListOfOne() {
    assertThat(json("seeds = 1,")).isEqualTo("{\"seeds\":[1]}");
  }

  @Test
  void anEscapedCommaDoesNotSplit() {
    assertThat(json("note = a\\, b")).isEqualTo("{\"note\":\"a, b\"}");
  }

  @Test
  void aKeyWithoutValueIsEmpty() {
    assertThat(json("metrics =")).isEqualTo("{\"metrics\":{}}");
  }

  @Test
  void anIndexReachesIntoAListThatComesLater() {
    assertThat(json("compare(1).kd.temperature = 4\ncompare = supervised, kd"))
        .isEqualTo("{\"compare\":[\"supervised\",{\"kd\":{\"temperature\":4}}]}");
  }

  @Test
  void squareBracketsAreAnIndexToo() {
    assertThat(json("compare = kd\ncompare[0].kd.temperature = 4"))
        .isEqualTo("{\"compare\":[{\"kd\":{\"temperature\":4}}]}");
  }

  @Test
  void everyKeyKnowsItsLine() {
    Settings settings =
        read("# comment \\\n\na.b = 1\nlong = 1, \\\n  2, \\\n  3\n! other\nc = x\\\\\nd = 4");

    assertThat(settings.originOf("a.b")).isEqualTo(new Origin("x.properties", 3));
    assertThat(settings.originOf("long[2]")).isEqualTo(new Origin("x.properties", 4));
    assertThat(settings.originOf("c")).isEqualTo(new Origin("x.properties", 8));
    assertThat(settings.originOf("d")).isEqualTo(new Origin("x.properties", 9));
  }

  @Test
  void anIndexOutOfRangeIsReported() {
    reading("compare = supervised, kd\ncompare(2).kd.temperature = 4")
        .hasMessage(
            "x.properties:2: compare(2).kd.temperature: compare[2] is out of range: compare has 2"
                + " items, the first is [0]");
  }

  @Test
  void aKeyThatIsBothValueAndGroupIsReported() {
    reading("student = lenet5\nstudent.width = 2")
        .hasMessage("x.properties:2: student.width: student is 'lenet5', so it has no key width");
    reading("student.width = 2\nstudent = lenet5")
        .hasMessage("x.properties:2: student: student is given both a value and keys below it");
  }

  @Test
  void aKeyThatIsNoneIsReported() {
    reading("train..epochs = 3")
        .hasMessage(
            "x.properties:1: train..epochs: 'train..epochs' is no key; keys look like train.epochs"
                + " or compare[1].kd.temperature");
  }

  @Test
  void includingAnotherFileIsRefused() {
    reading("a = 1\ninclude = /etc/passwd")
        .hasMessage("x.properties:2: include: a properties file cannot include another one");
  }

  @Test
  void aBrokenEscapeIsReportedWithItsLine() {
    reading("a = 1\nb = \\uzzzz")
        .hasMessageMatching("x\\.properties:2: this is not a valid properties file: [^\\n]+");
  }
}
