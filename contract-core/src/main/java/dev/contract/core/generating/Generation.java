package dev.contract.core.generating;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.http.WirePath;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.ValueKey;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the values of examples for which there are generators.
 *
 * <pre>{@code
 * Generated<ResponsePart> answer = Generation.apply(interaction.response(), context);
 * }</pre>
 *
 * <p>A header or query generator makes all values of its name, and the first one where the example has none. Body generators work in
 * JSON, XML and forms. Thread-safe.
 */
public final class Generation {
    /** For whoever asks only whether there are generators. */
    private static final GenerationContext NOTHING = GenerationContext.builder().build();

    private Generation() {}

    /** Whether a response has no generators, neither of its own nor in its matchers: it is the same every time. */
    public static boolean isFixed(ResponsePart part) {
        return new PartGenerators(part.generators(), part.rules(), NOTHING).isEmpty();
    }

    /** As {@link #isFixed(ResponsePart)}, of a request. */
    public static boolean isFixed(RequestPart part) {
        return new PartGenerators(part.generators(), part.rules(), NOTHING).isEmpty();
    }

    /** What keeps a generator from making values of any kind, an expression that cannot be read for example; empty when nothing does. */
    public static Optional<Problem> problem(Generator generator) {
        try {
            ValueGenerators.of(generator).check();
            return Optional.empty();
        } catch (CannotGenerate e) {
            return Optional.of(e.problem());
        }
    }

    /** The request with fresh values; the same instance when it has no generators. */
    public static Generated<RequestPart> apply(RequestPart part, GenerationContext context) {
        PartGenerators generators = new PartGenerators(part.generators(), part.rules(), context);
        if (generators.isEmpty()) {
            return new Generated<>(part, generators.problems());
        }
        HttpRequest old = part.example();
        HttpRequest fresh = new HttpRequest(
                single(generators, Category.METHOD, old.method()),
                path(generators, old.path()),
                query(generators, old.query()),
                headers(generators, old.headers()),
                body(generators, old.body(), old.headers().contentType()));
        return new Generated<>(
                new RequestPart(fresh, part.rules(), part.generators(), part.extra()), generators.problems());
    }

    /** The response with fresh values; the same instance when it has no generators. */
    public static Generated<ResponsePart> apply(ResponsePart part, GenerationContext context) {
        PartGenerators generators = new PartGenerators(part.generators(), part.rules(), context);
        if (generators.isEmpty()) {
            return new Generated<>(part, generators.problems());
        }
        HttpResponse old = part.example();
        HttpResponse fresh = new HttpResponse(
                status(generators, old.status()),
                headers(generators, old.headers()),
                body(generators, old.body(), old.headers().contentType()));
        return new Generated<>(
                new ResponsePart(fresh, part.rules(), part.generators(), part.extra()), generators.problems());
    }

    /** The message with fresh values; the same instance when it has no generators. */
    public static Generated<MessagePart> apply(MessagePart part, GenerationContext context) {
        PartGenerators generators = new PartGenerators(part.generators(), part.rules(), context);
        if (generators.isEmpty()) {
            return new Generated<>(part, generators.problems());
        }
        Body contents = body(generators, part.contents(), MessagePart.contentType(part.metadata()));
        JsonObject metadata = metadata(generators, part.metadata());
        return new Generated<>(
                new MessagePart(contents, metadata, part.rules(), part.generators(), part.extra()),
                generators.problems());
    }

    private static String single(PartGenerators generators, Category category, String example) {
        UsableGenerator generator = generators.single(category);
        return generator == null ? example : text(generator, example).orElse(example);
    }

    /** Values put into a path may hold what a path cannot; a path that nobody generates stays as it is. */
    private static String path(PartGenerators generators, String example) {
        String path = single(generators, Category.PATH, example);
        return path.equals(example) ? example : WirePath.encoded(path);
    }

    private static int status(PartGenerators generators, int example) {
        UsableGenerator generator = generators.single(Category.STATUS);
        if (generator == null) {
            return example;
        }
        String text = text(generator, Integer.toString(example)).orElse(Integer.toString(example));
        if (text.matches("[1-9][0-9]{2}")) {
            return Integer.parseInt(text);
        }
        generator.refuse(Problem.error("CONTRACT-GENERATOR", "the generated status is none")
                .found(text)
                .mend("let the generator make numbers from 100 to 599"));
        return example;
    }

    private static Headers headers(PartGenerators generators, Headers example) {
        Headers fresh = example;
        for (Map.Entry<String, UsableGenerator> each :
                generators.of(Category.HEADER).entrySet()) {
            String name = ValueKey.parse(each.getKey()).name();
            List<@Nullable String> texts = texts(each.getValue(), new ArrayList<>(example.values(name)));
            if (!texts.isEmpty()) {
                fresh = fresh.with(name, texts.stream().map(String::valueOf).toList());
            }
        }
        return fresh;
    }

    private static Query query(PartGenerators generators, Query example) {
        Query fresh = example;
        for (Map.Entry<String, UsableGenerator> each :
                generators.of(Category.QUERY).entrySet()) {
            fresh = query(each.getKey(), each.getValue(), fresh);
        }
        return fresh;
    }

    private static Query query(String written, UsableGenerator generator, Query example) {
        ValueKey key = key(written, example);
        String name = key.name();
        if (key.index() == null || key.index().equals(ValueKey.EACH)) {
            List<@Nullable String> texts = texts(generator, example.values(name));
            return texts.isEmpty() ? example : example.with(name, texts);
        }
        List<@Nullable String> values = new ArrayList<>(example.values(name));
        int position = Integer.parseInt(key.index());
        if (position < values.size()) {
            String old = values.get(position);
            values.set(position, text(generator, old).orElse(old));
        }
        return example.with(name, values);
    }

    /** Only values that there are can be numbered; {@code id[0]} may be a name, too. */
    private static ValueKey key(String written, Query example) {
        ValueKey key = ValueKey.parse(written);
        boolean isName = example.has(written) || (key.index() != null && !example.has(key.name()));
        return isName ? new ValueKey(written, null) : key;
    }

    /** One fresh text in place of each, and one where there is none. */
    private static List<@Nullable String> texts(UsableGenerator generator, List<@Nullable String> examples) {
        if (examples.isEmpty()) {
            return new ArrayList<>(text(generator, "").stream().toList());
        }
        List<@Nullable String> fresh = new ArrayList<>();
        for (String example : examples) {
            fresh.add(text(generator, example).orElse(example));
        }
        return fresh;
    }

    private static Optional<String> text(UsableGenerator generator, @Nullable String example) {
        return generator.generate(JsonString.of(example == null ? "" : example)).map(JsonValue::text);
    }

    private static JsonObject metadata(PartGenerators generators, JsonObject example) {
        JsonObject fresh = example;
        for (Map.Entry<String, UsableGenerator> each :
                generators.of(Category.METADATA).entrySet()) {
            String name = ValueKey.parse(each.getKey()).name();
            Optional<JsonValue> value =
                    each.getValue().generate(example.get(name).orElse(JsonNull.NULL));
            fresh = value.isPresent() ? fresh.with(name, value.get()) : fresh;
        }
        return fresh;
    }

    private static Body body(PartGenerators generators, Body example, Optional<ContentType> header) {
        return BodyGeneration.apply(example, header.orElse(null), generators.inBody());
    }
}
