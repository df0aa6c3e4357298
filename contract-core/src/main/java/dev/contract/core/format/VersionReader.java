package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which version a file is written in: by what its metadata says, else by its shape. */
final class VersionReader {
    private static final Pattern VERSION = Pattern.compile("[vV]?(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\..*)?");

    private VersionReader() {}

    /** Takes the version out of the metadata. */
    static SpecVersion read(JsonObject file, Fields metadata) {
        Optional<JsonValue> declared = metadata.value("pactSpecificationVersion")
                .or(() -> inside(metadata, "pactSpecification"))
                .or(() -> inside(metadata, "pact-specification"));
        return declared.map(value -> parse(value, metadata.findings())).orElseGet(() -> sniff(file));
    }

    private static Optional<JsonValue> inside(Fields metadata, String name) {
        return metadata.object(name).flatMap(specification -> specification.get("version"));
    }

    private static SpecVersion parse(JsonValue declared, Findings findings) {
        String text = declared.text();
        Matcher matcher = VERSION.matcher(text.strip());
        if (!matcher.matches()) {
            findings.add(declared, unknown("the version of the file is not a Pact version", text));
            return SpecVersion.V4;
        }
        int major = Integer.parseInt(matcher.group(1));
        boolean minor = matcher.group(2) != null && Integer.parseInt(matcher.group(2)) > 0;
        if (major < 1 || major > 4) {
            findings.add(declared, unknown("the file is written in a version that is not known here", text));
        }
        return nearest(major, minor);
    }

    private static Problem unknown(String what, String text) {
        return Problem.error(Findings.VERSION, what)
                .found("version " + Quoted.text(text))
                .mend(
                        "write \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}, or one of 3.0.0, 2.0.0, 1.1.0, 1.0.0");
    }

    private static SpecVersion nearest(int major, boolean minor) {
        if (major <= 1) {
            return major == 1 && minor ? SpecVersion.V1_1 : SpecVersion.V1;
        }
        return switch (major) {
            case 2 -> SpecVersion.V2;
            case 3 -> SpecVersion.V3;
            default -> SpecVersion.V4;
        };
    }

    private static SpecVersion sniff(JsonObject file) {
        JsonArray interactions = file.array("interactions").orElse(JsonArray.EMPTY);
        if (interactions.stream().anyMatch(each -> has(each, "type"))) {
            return SpecVersion.V4;
        }
        boolean third = file.has("messages") || interactions.stream().anyMatch(VersionReader::looksLikeV3);
        return third ? SpecVersion.V3 : SpecVersion.V2;
    }

    private static boolean looksLikeV3(JsonValue interaction) {
        return has(interaction, "providerStates")
                || part(interaction, "request")
                        .flatMap(request -> request.object("query"))
                        .isPresent()
                || part(interaction, "request")
                        .filter(VersionReader::hasCategories)
                        .isPresent()
                || part(interaction, "response")
                        .filter(VersionReader::hasCategories)
                        .isPresent();
    }

    private static boolean hasCategories(JsonObject part) {
        return part.object("matchingRules")
                .filter(rules -> !rules.isEmpty() && !FlatRules.isFlat(rules))
                .isPresent();
    }

    private static Optional<JsonObject> part(JsonValue interaction, String name) {
        return interaction.asObject().flatMap(object -> object.object(name));
    }

    private static boolean has(JsonValue value, String name) {
        return value.asObject().filter(object -> object.has(name)).isPresent();
    }
}
