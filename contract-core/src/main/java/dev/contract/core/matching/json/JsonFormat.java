package dev.contract.core.matching.json;

import dev.contract.core.body.ContentType;
import dev.contract.core.body.DecodedText;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.BodyFormat;
import dev.contract.core.matching.JsonReading;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.Pin;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** JSON and everything built on it. */
public final class JsonFormat implements BodyFormat {

    /** A body in a charset of its own. */
    private record Decoded(JsonReading reading) {}

    /** A body that is present, as JSON. */
    static JsonReading reading(ActualBody actual) {
        return isUsual(actual.type())
                ? JsonReading.of(actual)
                : actual.read(Decoded.class, each -> new Decoded(decoded(each.bytes(), each.type())))
                        .reading();
    }

    private static JsonReading reading(Expectation expected) {
        JsonValue written = expected.body().json().orElse(null);
        ContentType type = expected.type();
        if (!isUsual(type)) {
            return decoded(expected.body().bytes(), type);
        }
        return written != null
                ? new JsonReading(written, "")
                : JsonReading.of(expected.body().bytes());
    }

    /** JSON is UTF-8 unless its type says otherwise. */
    private static boolean isUsual(ContentType type) {
        return !type.hasUnknownCharset() && type.charset().equals(StandardCharsets.UTF_8);
    }

    private static JsonReading decoded(byte[] bytes, ContentType type) {
        DecodedText decoded = DecodedText.of(bytes, type);
        return decoded.isText()
                ? JsonReading.of(decoded.text().getBytes(StandardCharsets.UTF_8))
                : new JsonReading(null, decoded.fault());
    }

    @Override
    public boolean handles(ContentType type) {
        return type.isJson();
    }

    @Override
    public BodyMatcher compile(Expectation expected) {
        JsonReading reading = reading(expected);
        JsonValue example = reading.value();
        if (example == null) {
            expected.problems()
                    .accept(Problem.warning("CONTRACT-BODY", "the expected body is declared as JSON and is not")
                            .found(reading.fault()));
            return actual ->
                    List.of(mismatch(expected.text(), actual, "The expected body is not JSON: " + reading.fault()));
        }
        Keys keys = Keys.of(expected.presence(), expected.isStrict());
        return new JsonMatcher(example, new NodeCompiler(expected.problems()).compile(example, expected.rules(), keys));
    }

    private static Mismatch mismatch(String expected, ActualBody actual, String sentence) {
        return new Mismatch(Kind.BODY, "$", Shown.cut(expected), Shown.cut(actual.text()), sentence);
    }

    private record JsonMatcher(JsonValue example, Node node) implements BodyMatcher {

        @Override
        public List<Mismatch> match(ActualBody actual) {
            JsonReading reading = reading(actual);
            JsonValue value = reading.value();
            if (value == null) {
                return List.of(
                        mismatch(Shown.json(example), actual, "The actual body is not JSON: " + reading.fault()));
            }
            Walk walk = Walk.toFindAll();
            node.match(value, walk);
            return walk.found();
        }

        @Override
        public boolean accepts(ActualBody actual) {
            JsonValue value = reading(actual).value();
            if (value == null) {
                return false;
            }
            Walk walk = Walk.toJudge();
            node.match(value, walk);
            return walk.foundNothing();
        }

        @Override
        public void pin(Consumer<Pin> pins) {
            Pins.of(node).forEach(pins);
        }
    }
}
