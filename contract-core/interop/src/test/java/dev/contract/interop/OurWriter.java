package dev.contract.interop;

import static dev.contract.consumer.Matchers.*;
import static dev.contract.core.model.SpecVersion.V2;
import static dev.contract.core.model.SpecVersion.V3;
import static dev.contract.core.model.SpecVersion.V4;

import dev.contract.consumer.InteractionBuilder;
import dev.contract.consumer.Matcher;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What our DSL can say, a file for each case and each version that can express it. */
final class OurWriter {
    /** The words of a case, after the interaction's description, and the first version that has all of them. */
    private record Words(SpecVersion since, Consumer<InteractionBuilder> words) {}

    private static final Map<String, Words> WORDS = new TreeMap<>();

    static {
        value(V2, "exact-text", "a");
        value(V2, "exact-number", 1);
        value(V2, "exact-boolean", true);
        value(V2, "exact-array", array("a", 1));
        value(V2, "like-text", like("a"));
        value(V2, "like-number", like(1));
        value(V2, "like-boolean", like(true));
        value(V2, "like-object", like(object("a", "x", "b", 1)));
        value(V2, "like-array", like(array("a")));
        value(V2, "regex", regex("[a-z]+", "abc"));
        value(V3, "include", includes("ell", "hello"));
        value(V3, "integer", integer(42));
        value(V3, "decimal", decimal(1.5));
        value(V3, "number", number(42));
        value(V3, "boolean", bool(true));
        value(V3, "null", nullValue());
        value(V3, "date", date("yyyy-MM-dd", "2024-02-29"));
        value(V3, "time", time("HH:mm:ss", "12:30:00"));
        value(V3, "datetime", datetime("yyyy-MM-dd'T'HH:mm:ss", "2024-02-29T12:30:00"));
        value(V3, "datetime-zone", isoDateTimeMillis("2024-02-29T12:30:00.123+01:00"));
        value(V2, "each-like", eachLike("a"));
        value(V3, "each-like-object", eachLike(object("id", integer(1), "name", like("x"))));
        value(V2, "at-least", eachLike("a", 2));
        value(V2, "at-most", eachLike("a", 0, 2));
        value(V2, "between", eachLike("a", 2, 3));
        value(V3, "each-of-each", eachLike(eachLike(integer(1))));
        value(V3, "values-like", eachKeyLike("k", integer(7)));
        value(V3, "values-like-object", valuesLike(Map.of("k", object("id", integer(1)))));
        value(V4, "each-key", eachKeyMatching(regex("\\d+", "7"), "seven"));
        value(V4, "each-value", eachValueMatching("k", integer(7)));
        value(V4, "array-contains", arrayContaining("a", integer(1)));
        value(
                V4,
                "array-contains-objects",
                arrayContaining(object("t", "a", "v", integer(1)), object("t", "b", "v", like("x"))));
        value(V4, "not-empty", notEmpty("x"));
        value(V4, "semver", semver("1.2.3"));
        value(V3, "all-of", allOf(like("hello"), includes("ell", "hello")));
        value(V3, "any-of", anyOf(integer(1), regex("n/a", "n/a")));
        value(V3, "nullable", nullable(like("x")));
        value(V3, "exact-inside-like", like(object("a", "x", "b", equalTo(1))));
        value(V2, "uuid", uuid());
        value(V3, "url", stubUrl("/orders/\\d+", "/orders/7"));
        body(V2, "quoted-key", json(object("it's", like("a"))));
        body(V2, "spaced-key", json(object("a b.c", like("a"))));
        body(V3, "root-array", json(eachLike(integer(1))));
        body(V2, "root-text", json(like("a")));
        body(V2, "root-number", json(like(1)));
    }

    private OurWriter() {}

    private static void value(SpecVersion since, String name, Object value) {
        body(since, name, json(object("v", value)));
    }

    private static void body(SpecVersion since, String name, Matcher body) {
        say(since, name, on -> on.post("/" + name).withBody(body).willRespondWith(200, body));
    }

    private static void say(SpecVersion since, String name, Consumer<InteractionBuilder> words) {
        WORDS.put(name, new Words(since, words));
    }

    static void write(Path directory) throws IOException {
        for (Map.Entry<String, Words> each : WORDS.entrySet()) {
            Contract contract = contract(each.getKey(), each.getValue());
            for (SpecVersion version : List.of(V2, V3, V4)) {
                if (version.atLeast(each.getValue().since())) {
                    Path file = directory.resolve(version.name()).resolve(each.getKey() + ".json");
                    Files.createDirectories(file.getParent());
                    Files.write(file, ContractWriter.write(contract.withVersion(version)));
                }
            }
        }
    }

    private static Contract contract(String name, Words words) {
        List<Interaction> declared = new ArrayList<>();
        words.words().accept(new InteractionBuilder(declared::add).uponReceiving(name));
        return Contract.of("consumer", "provider", declared);
    }
}
