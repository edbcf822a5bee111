package dev.coffey.kernel.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** The JDK's XML parsers, set up so that a file can neither reach outside itself nor explode. */
final class XmlParsing {
  private XmlParsing() {}

  static DocumentBuilder builder() {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Throwing());
      return builder;
    } catch (ParserConfigurationException failure) {
      throw new IllegalStateException("this JVM's XML parser cannot refuse DOCTYPE", failure);
    }
  }

  /** The line of each start tag's end, in document order; {@code text} is well-formed. */
  static List<Integer> linesOfElements(String text) {
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    List<Integer> lines = new ArrayList<>();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          lines.add(reader.getLocation().getLineNumber());
        }
      }
      reader.close();
      return lines;
    } catch (XMLStreamException failure) {
      throw new IllegalStateException("XML that was parsed once cannot be parsed again", failure);
    }
  }

  /** The default one prints to standard error. */
  private static final class Throwing implements ErrorHandler {
    @Override
    public void warning(SAXParseException warning) {}

    @Override
    public void error(SAXParseException error) throws SAXParseException {
      throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXParseException {
      throw error;
    }
  }
}
