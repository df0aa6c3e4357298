package dev.contract.consumer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.RawValue;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns records and other objects into shapes by Jackson: its annotations are honoured, its modules found, dates are ISO texts.
 *
 * <p>Everything that would differ from run to run is sorted: the properties of classes, the entries of maps, the elements of sets.
 * Records keep the order of their components. Matchers in fields survive.
 */
final class Pojos {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new RecordOrder())
            .addModule(fallbacks())
            .findAndAddModules()
            .addModule(new SimpleModule("contract matchers and sets")
                    .addSerializer(new MatcherSerializer())
                    .addSerializer(Set.class, new StdDelegatingSerializer(new InOrder())))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Pojos() {}

    static Shape shape(Object example) {
        try (TokenBuffer tokens = new TokenBuffer(MAPPER, false)) {
            MAPPER.writeValue(tokens, example);
            try (JsonParser parser = tokens.asParser()) {
                parser.nextToken();
                return value(parser);
            }
        } catch (IOException e) {
            throw Mistake.of(
                    Problem.error(
                                    "CONTRACT-EXAMPLE",
                                    "an object of type " + example.getClass().getName() + " cannot be written as JSON")
                            .found(firstLine(e))
                            .mend(
                                    "give it getters or Jackson annotations, or write the example as object(…) or json(\"{…}\")"),
                    e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Shape value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return Shape.Plain.NULL;
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Shape.Plain(JsonString.of(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Shape.Plain(number(parser));
            case VALUE_TRUE -> new Shape.Plain(JsonBoolean.TRUE);
            case VALUE_FALSE -> new Shape.Plain(JsonBoolean.FALSE);
            case VALUE_EMBEDDED_OBJECT -> embedded(parser.getEmbeddedObject());
            default -> Shape.Plain.NULL;
        };
    }

    private static Shape object(JsonParser parser) throws IOException {
        Map<String, Shape> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new Shape.Fields(fields);
    }

    private static Shape array(JsonParser parser) throws IOException {
        List<Shape> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new Shape.Elements(elements);
    }

    private static JsonValue number(JsonParser parser) throws IOException {
        Number number = parser.getNumberValue();
        return Examples.number(number).orElseGet(() -> JsonNumber.parse(number.toString()));
    }

    /** What Jackson leaves as it is when it does not write text: our matchers, bytes, and ready-made JSON. */
    private static Shape embedded(@Nullable Object object) {
        if (object instanceof byte[] bytes) {
            return new Shape.Plain(JsonString.of(Base64.getEncoder().encodeToString(bytes)));
        }
        if (object instanceof RawValue raw) {
            return new Shape.Plain(Examples.parse(String.valueOf(raw.rawValue())));
        }
        return Examples.shape(object);
    }

    /** For users who do not have Jackson's own modules for these types. Modules that are found come later and win. */
    private static SimpleModule fallbacks() {
        return new SimpleModule("contract fallbacks")
                .addSerializer(new Text<>(LocalDate.class, LocalDate::toString))
                .addSerializer(new Text<>(LocalTime.class, DateTimeFormatter.ISO_LOCAL_TIME::format))
                .addSerializer(new Text<>(LocalDateTime.class, DateTimeFormatter.ISO_LOCAL_DATE_TIME::format))
                .addSerializer(new Text<>(OffsetTime.class, DateTimeFormatter.ISO_OFFSET_TIME::format))
                .addSerializer(new Text<>(OffsetDateTime.class, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format))
                .addSerializer(new Text<>(ZonedDateTime.class, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format))
                .addSerializer(new Text<>(Instant.class, Instant::toString))
                .addSerializer(new Text<>(Year.class, Year::toString))
                .addSerializer(new Text<>(YearMonth.class, YearMonth::toString))
                .addSerializer(new Text<>(Duration.class, Duration::toString))
                .addSerializer(new Text<>(Period.class, Period::toString))
                .addSerializer(new Text<>(ZoneId.class, ZoneId::getId))
                .addSerializer(Optional.class, new StdDelegatingSerializer(new OrNull()));
    }

    /** The components of a record in their own order, unless an annotation says otherwise. */
    private static final class RecordOrder extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public String @Nullable [] findSerializationPropertyOrder(AnnotatedClass type) {
            String[] stated = super.findSerializationPropertyOrder(type);
            RecordComponent[] components = type.getRawType().getRecordComponents();
            if (stated != null || components == null) {
                return stated;
            }
            return Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
        }
    }

    /** A value as a JSON string. */
    private static final class Text<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<? super T, String> text;

        Text(Class<T> type, Function<? super T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.apply(value));
        }
    }

    /** A matcher in a field of somebody's object: kept, to be found again among the tokens. */
    private static final class MatcherSerializer extends StdSerializer<Matcher> {
        private static final long serialVersionUID = 1;

        MatcherSerializer() {
            super(Matcher.class);
        }

        @Override
        public void serialize(Matcher matcher, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeEmbeddedObject(matcher);
        }
    }

    /** The content of an optional. */
    private static final class OrNull extends StdConverter<Optional<?>, @Nullable Object> {
        @Override
        public @Nullable Object convert(Optional<?> optional) {
            return optional.orElse(null);
        }
    }

    /** The elements of a set in an order that is the same in every run. */
    private static final class InOrder extends StdConverter<Set<?>, List<?>> {
        @Override
        public List<?> convert(Set<?> set) {
            List<?> elements = new ArrayList<>(set);
            if (Examples.isUnordered(set)) {
                elements.sort(Comparator.comparing(
                        element -> Examples.shape(element).example().toJson()));
            }
            return elements;
        }
    }
}
