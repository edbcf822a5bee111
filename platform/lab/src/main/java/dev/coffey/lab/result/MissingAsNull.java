package dev.coffey.lab.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** Figures in JSON, which has no NaN: a missing one is written as null and read back as NaN. */
final class MissingAsNull extends SimpleModule {
  private static final long serialVersionUID = 1L;

  MissingAsNull() {
    super("missing-as-null");
    addSerializer(double.class, new Writer());
    addSerializer(Double.class, new Writer());
    addDeserializer(double.class, new Reader());
    addDeserializer(Double.class, new Reader());
  }

  private static final class Writer extends StdScalarSerializer<Double> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }

  private static final class Reader extends StdScalarDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.currentToken().isNumeric()) {
        return (Double) context.handleUnexpectedToken(Double.class, json);
      }
      return json.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }
}
