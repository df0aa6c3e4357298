package dev.contract.core.presence;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.PathTree;
import dev.contract.core.model.Presence;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RulePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The example of a part with the fields that its contract leaves out of it.
 *
 * <pre>{@code
 * ResponsePart with = WholeExample.of(response);              // {"id": 1, "nick": "Al"}
 * ResponsePart without = WholeExample.withoutOptional(response);  // {"id": 1}
 * }</pre>
 *
 * <p>A body that is no JSON has no such fields. Stars in their paths can have fields multiply each other: an example that would gain more than
 * {@value #MOST_VALUES} values stays as the contract has it. Thread-safe.
 */
public final class WholeExample {
    static final int MOST_VALUES = 100_000;

    private WholeExample() {}

    /** The response with all of these fields; the same instance when there are none. */
    public static ResponsePart of(ResponsePart part) {
        return with(part, part.presence());
    }

    /** The response without its optional fields, but with those that only may be null. */
    public static ResponsePart withoutOptional(ResponsePart part) {
        return with(part, part.presence().withoutOptional());
    }

    private static ResponsePart with(ResponsePart part, Presence presence) {
        HttpResponse example = part.example();
        Body body = filled(example.body(), example.headers().contentType().orElse(null), presence);
        return body.equals(example.body())
                ? part
                : new ResponsePart(example.withBody(body), part.rules(), part.generators(), part.extra());
    }

    /** The message with all of these fields; the same instance when there are none. */
    public static MessagePart of(MessagePart part) {
        return with(part, part.presence());
    }

    /** The message without its optional fields, but with those that only may be null. */
    public static MessagePart withoutOptional(MessagePart part) {
        return with(part, part.presence().withoutOptional());
    }

    private static MessagePart with(MessagePart part, Presence presence) {
        ContentType type = MessagePart.contentType(part.metadata()).orElse(null);
        Body contents = filled(part.contents(), type, presence);
        return contents.equals(part.contents())
                ? part
                : new MessagePart(contents, part.metadata(), part.rules(), part.generators(), part.extra());
    }

    private static Body filled(Body body, @Nullable ContentType declared, Presence presence) {
        if (presence.optional().isEmpty() && presence.nullable().isEmpty()) {
            return body;
        }
        ContentType type = ContentTypeDetection.typeOf(body, declared).orElse(ContentType.OCTET_STREAM);
        if (!body.isPresent() || !type.isJson()) {
            return body;
        }
        try {
            String text =
                    filled(JsonReader.read(body.text(type.charset())), presence).toJson();
            return Body.of(text.getBytes(type.charset()), body.contentType().orElse(null))
                    .withHint(body.hint().orElse(null));
        } catch (JsonSyntaxException e) {
            return body; // comparing tells that the example is no JSON
        }
    }

    private static JsonValue filled(JsonValue example, Presence presence) {
        List<Map.Entry<RulePath, JsonValue>> fields =
                new ArrayList<>(presence.nullable().entrySet());
        fields.addAll(presence.optional().entrySet());
        Filling filling = new Filling();
        JsonValue filled = filling.in(example, PathTree.of(fields));
        return filling.room < 0 ? example : filled;
    }

    /** The fields on their way to wherever they belong, as long as there is room. */
    private static final class Filling {
        private int room = MOST_VALUES;

        JsonValue in(JsonValue place, PathTree<JsonValue> fields) {
            if (!fields.goesOn() || room < 0) {
                return place;
            }
            if (place instanceof JsonArray array) {
                List<JsonValue> elements = new ArrayList<>();
                for (int i = 0; i < array.size(); i++) {
                    elements.add(in(array.get(i), fields.index(i)));
                }
                return JsonArray.of(elements);
            }
            return place instanceof JsonObject object ? in(object, fields) : place;
        }

        /** Others may lie in a field that is added. */
        private JsonValue in(JsonObject object, PathTree<JsonValue> fields) {
            JsonObject.Builder entries = JsonObject.builder();
            object.forEach((name, value) -> entries.put(name, in(value, fields.field(name))));
            for (String name : fields.fields()) {
                List<JsonValue> added = object.has(name) ? List.of() : fields.named(name);
                if (!added.isEmpty()) {
                    room -= size(added.get(0));
                    entries.put(name, in(added.get(0), fields.field(name)));
                }
            }
            return entries.build();
        }
    }

    private static int size(JsonValue value) {
        int[] size = {1};
        if (value instanceof JsonObject object) {
            object.forEach((name, each) -> size[0] += size(each));
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> size[0] += size(each));
        }
        return size[0];
    }
}
