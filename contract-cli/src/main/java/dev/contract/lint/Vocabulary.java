package dev.contract.lint;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.schema.ContractSchema;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attributes that one version of the specification knows, by the places where they stand: its JSON Schema names them. */
final class Vocabulary {
    private static final Map<SpecVersion, Vocabulary> ALL = new EnumMap<>(
            Arrays.stream(SpecVersion.values()).collect(Collectors.toMap(Function.identity(), Vocabulary::new)));

    /** What has attributes of its own. */
    enum Spot {
        FILE("the top of the file"),
        HTTP("the interaction itself"),
        MESSAGE("the interaction itself"),
        ANSWERED_MESSAGE("the interaction itself"),
        STATE("a provider state"),
        REQUEST("\"request\""),
        RESPONSE("\"response\""),
        /** Request or response of an answered message. */
        PART("\"request\" or \"response\""),
        /** Since version 4 bodies have attributes. */
        BODY("the body");

        private final String words;

        Spot(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Map<Spot, Set<String>> names = new EnumMap<>(Spot.class);

    private Vocabulary(SpecVersion version) {
        JsonObject schema = ContractSchema.document(version).asObject().orElseThrow();
        JsonObject definitions = schema.object("$defs").orElse(JsonObject.EMPTY);
        for (Spot spot : Spot.values()) {
            Stream<JsonObject> found = spot == Spot.FILE
                    ? Stream.of(schema)
                    : definitions(spot, version).flatMap(name -> definitions.object(name).stream());
            names.put(spot, found.flatMap(Vocabulary::properties).collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    static Vocabulary of(SpecVersion version) {
        return Objects.requireNonNull(ALL.get(version));
    }

    /** What is known at a spot; nothing where the version has no such spot. */
    Set<String> names(Spot spot) {
        return names.getOrDefault(spot, Set.of());
    }

    private static Stream<String> properties(JsonObject definition) {
        return definition.object("properties").orElse(JsonObject.EMPTY).names().stream();
    }

    private static Stream<String> definitions(Spot spot, SpecVersion version) {
        return switch (spot) {
            case FILE -> Stream.of();
            case HTTP -> Stream.of("interaction", "http");
            case MESSAGE -> version == SpecVersion.V4 ? Stream.of("interaction", "message") : Stream.of("message");
            case ANSWERED_MESSAGE -> Stream.of("interaction", "answeredMessage");
            case STATE -> Stream.of("state");
            case REQUEST -> Stream.of("request");
            case RESPONSE -> Stream.of("response");
            case PART -> Stream.of("message");
            case BODY -> Stream.of("body");
        };
    }
}
