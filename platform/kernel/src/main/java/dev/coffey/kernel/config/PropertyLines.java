package dev.coffey.kernel.config;

import java.io.IOException;
import java.io.Reader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.configuration2.PropertiesConfiguration.DefaultIOFactory;
import org.apache.commons.configuration2.PropertiesConfiguration.PropertiesReader;

/** Notes the line of every key while Commons Configuration reads a properties file. */
final class PropertyLines extends DefaultIOFactory {
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private int start;

  /** Every key in file order, with the line it is first given in. */
  Map<String, Integer> ofKeys() {
    return Collections.unmodifiableMap(lines);
  }

  /** The line that is being read, or was read last. */
  int current() {
    return start;
  }

  @Override
  public PropertiesReader createPropertiesReader(Reader in) {
    return new NotingReader(in);
  }

  private final class NotingReader extends PropertiesReader {
    private boolean continued;

    NotingReader(Reader in) {
      super(in);
    }

    @Override
    public String readLine() throws IOException {
      String line = super.readLine();
      if (line != null) {
        if (!continued) {
          start = getLineNumber();
        }
        continued = !isComment(line) && endsInOddBackslashes(line);
      }
      return line;
    }

    @Override
    public boolean nextProperty() throws IOException {
      boolean found = super.nextProperty();
      if (found) {
        lines.putIfAbsent(getPropertyName(), start);
      }
      return found;
    }

    private boolean isComment(String line) {
      String stripped = line.stripLeading();
      return !continued && (stripped.startsWith("#") || stripped.startsWith("!"));
    }

    private static boolean endsInOddBackslashes(String line) {
      String stripped = line.strip();
      int last = stripped.length();
      while (last > 0 && stripped.charAt(last - 1) == '\\') {
        last--;
      }
      return (stripped.length() - last) % 2 == 1;
    }
  }
}
