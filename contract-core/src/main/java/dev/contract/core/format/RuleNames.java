package dev.contract.core.format;

import static java.util.Map.entry;

import dev.contract.core.model.SpecVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The matchers of the specification: their names, since when there are such, and what else writers call them. */
final class RuleNames {

    /** Kinds of values are newer than version 2, which is written with the nearest it has: {@code type}. */
    private static final Map<String, SpecVersion> SINCE = Map.ofEntries(
            entry("type", SpecVersion.V2),
            entry("regex", SpecVersion.V2),
            entry("integer", SpecVersion.V2),
            entry("decimal", SpecVersion.V2),
            entry("number", SpecVersion.V2),
            entry("boolean", SpecVersion.V2),
            entry("equality", SpecVersion.V3),
            entry("include", SpecVersion.V3),
            entry("date", SpecVersion.V3),
            entry("time", SpecVersion.V3),
            entry("datetime", SpecVersion.V3),
            entry("null", SpecVersion.V3),
            entry("contentType", SpecVersion.V3),
            entry("values", SpecVersion.V3),
            // an extension of pact-jvm, which writes it from version 3 on
            entry("ignore-order", SpecVersion.V3),
            entry("arrayContains", SpecVersion.V4),
            entry("statusCode", SpecVersion.V4),
            entry("notEmpty", SpecVersion.V4),
            entry("semver", SpecVersion.V4),
            entry("eachKey", SpecVersion.V4),
            entry("eachValue", SpecVersion.V4));

    private static final Map<String, String> ALIASES = Map.ofEntries(
            entry("real", "decimal"),
            entry("min", "type"),
            entry("max", "type"),
            entry("min-type", "type"),
            entry("max-type", "type"),
            entry("timestamp", "datetime"),
            entry("content-type", "contentType"),
            entry("array-contains", "arrayContains"),
            entry("status-code", "statusCode"),
            entry("not-empty", "notEmpty"),
            entry("each-key", "eachKey"),
            entry("each-value", "eachValue"));

    private RuleNames() {}

    /** The name by which the rest of the house knows a matcher; a name that is not known stays. */
    static String standard(String written) {
        return ALIASES.getOrDefault(written, written);
    }

    static boolean isKnown(String standard) {
        return SINCE.containsKey(standard);
    }

    /** The standard names, sorted. */
    static Set<String> known() {
        return new TreeSet<>(SINCE.keySet());
    }

    /** The first version that can express a matcher; empty for one that is not known. */
    static Optional<SpecVersion> since(String standard) {
        return Optional.ofNullable(SINCE.get(standard));
    }
}
