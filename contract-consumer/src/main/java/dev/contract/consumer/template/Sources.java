package dev.contract.consumer.template;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.xml.XmlElement;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The parts of a request that a place can name, by the first word of their names. */
final class Sources {
    /** A source takes the steps behind its name. */
    static final Map<String, BiFunction<Asked, List<Token>, JsonValue>> ALL = new TreeMap<>(Map.of(
            "method", (asked, steps) -> text(asked.request().method()),
            "path", (asked, steps) -> path(asked.request(), steps),
            "query", (asked, steps) -> field(asked.request().query(), steps),
            "header", (asked, steps) -> header(asked.request(), steps),
            "body", (asked, steps) -> text(asked.request().body().text()),
            "form", (asked, steps) -> field(asked.form(), steps),
            "json", (asked, steps) -> json(asked.json(), steps),
            "xml", (asked, steps) -> xml(asked.xml(), steps)));

    private Sources() {}

    /** The steps of {@code .items[0].name}; null when they are not written like this, or have wildcards. */
    static @Nullable List<Token> steps(String suffix) {
        return RulePath.parse("$" + suffix)
                .filter(RulePath::isPlain)
                .map(RulePath::tokens)
                .orElse(null);
    }

    private static JsonValue text(@Nullable String text) {
        return text == null ? JsonNull.NULL : JsonString.of(text);
    }

    /** The whole path as it came, or a segment of it, counted from 0 and decoded. */
    private static JsonValue path(HttpRequest request, List<Token> steps) {
        if (steps.isEmpty()) {
            return text(request.path());
        }
        List<String> segments =
                Arrays.asList(request.path().replaceFirst("^/", "").split("/", -1));
        return text(decoded(at(segments, steps, 0)));
    }

    private static @Nullable String decoded(@Nullable String segment) {
        try {
            return segment == null ? null : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private static JsonValue field(Query query, List<Token> steps) {
        return steps.isEmpty() ? text(query.encoded()) : text(at(query.values(name(steps)), steps, 1));
    }

    private static JsonValue header(HttpRequest request, List<Token> steps) {
        return text(at(request.headers().values(name(steps)), steps, 1));
    }

    private static String name(List<Token> steps) {
        return !steps.isEmpty() && steps.get(0) instanceof Field field ? field.name() : "";
    }

    /** The value whose number the step gives; the first when there is no such step. */
    private static @Nullable String at(List<@Nullable String> values, List<Token> steps, int step) {
        int number = steps.size() > step && steps.get(step) instanceof Index index ? index.position() : 0;
        return number < values.size() ? values.get(number) : null;
    }

    private static JsonValue json(JsonValue root, List<Token> steps) {
        return new RulePath(steps).in(root).orElse(JsonNull.NULL);
    }

    /** The text of an element or attribute. */
    private static JsonValue xml(List<XmlElement> root, List<Token> steps) {
        return text(root.stream()
                .findFirst()
                .flatMap(each -> new RulePath(steps).in(each))
                .orElse(null));
    }
}
