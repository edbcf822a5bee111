package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class XmlFormatTest {
  private static Settings read(String xml) {
    return new Settings("", new XmlFormat().read("x.xml", xml));
  }

  private static String json(String xml) {
    return read(xml).value().toString();
  }

  private static AbstractThrowableAssert<?, ?> reading(String xml) {
    return assertThatThrownBy(() -> read(xml)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void elementsAndAttributesAreKeysWithTypes() {
    assertThat(json("<e><train epochs='3'><lr>0.1</lr><on> true </on></train></e>"))
        .isEqualTo("{\"train\":{\"epochs\":3,\"lr\":0.1,\"on\":true}}");
  }

  @Test
  void repeatedElementsAreLists() {
    assertThat(json("<e><seeds>1</seeds><other>x</other><seeds>2</seeds></e>"))
        .isEqualTo("{\"seeds\":[1,2],\"other\":\"x\"}");
  }

  @Test
  void anElementWithNothingInItIsEmpty() {
    assertThat(json("<e><kd/><ce></ce></e>")).isEqualTo("{\"kd\":{},\"ce\":{}}");
  }

  @Test
  void commasDoNotSplit() {
    assertThat(json("<e><note>a, b</note></e>")).isEqualTo("{\"note\":\"a, b\"}");
  }

  @Test
  void namespaceDeclarationsAreNoKeys() {
    assertThat(json("<e xmlns:xsi='http://x'><a xml:space='default'>1</a></e>"))
        .isEqualTo("{\"a\":1}");
  }

  @Test
  void aFileWithoutElementsHasNoKeys() {
    assertThat(json("<e/>")).isEqualTo("{}");
  }

  @Test
  void everyElementKnowsItsLine() {
    Settings settings = read("<?xml version='1.0'?>\n<e>\n<a>1</a>\n<b c='2'>\n<d>3</d></b></e>");

    assertThat(settings.originOf("a")).isEqualTo(new Origin("x.xml", 3));
    assertThat(settings.originOf("b.c")).isEqualTo(new Origin("x.xml", 4));
    assertThat(settings.originOf("b.d")).isEqualTo(new Origin("x.xml", 5));
  }

  @Test
  void textBesideElementsIsReported() {
    reading("<e>\n<a>kd<b>1</b></a></e>")
        .hasMessage("x.xml:2: a: an element must hold either text or elements, but also has 'kd'");
  }

  @Test
  void brokenXmlIsOneSentenceWithItsLine() {
    reading("<e>\n<a>1</b></e>").hasMessageMatching("x\\.xml:2: this is not valid XML: [^\\n]+");
  }

  @Test
  void aDocumentTypeIsRefused() {
    reading("<!DOCTYPE e [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><e><a>&x;</a></e>")
        .hasMessageMatching("x\\.xml:1: this is not valid XML: [^\\n]*DOCTYPE[^\\n]+");
  }

  @Test
  void brokenXmlPrintsNothing() {
    PrintStream before = System.err;
    var printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      reading("<e>");
    } finally {
      System.setErr(before);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
