package dev.contract.broker.domain.retention;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.retention.KeepSelector.Wanted;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads selectors as the Pact Broker spells them: {@code [{"branch": "main", "latest": true}, {"max_age": 30}]}. */
public final class KeepSelectors {
    private static final String FIELD = "keepVersionSelectors";
    private static final Set<String> KEYS = Set.of(
            "pacticipant", "tag", "branch", "mainBranch", "latest", "environment", "deployed", "released", "max_age");

    private KeepSelectors() {}

    /**
     * Reads a list of selectors.
     *
     * @throws Refusal if one of them cannot be meant, with its position
     */
    public static List<KeepSelector> of(JsonArray selectors) {
        List<KeepSelector> all = new ArrayList<>();
        for (int i = 0; i < selectors.elements().size(); i++) {
            try {
                all.add(selector(selectors.elements().get(i)));
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid(FIELD, e.getMessage() + " (at index " + i + ")");
            }
        }
        return all;
    }

    private static KeepSelector selector(JsonValue value) {
        JsonObject json = value.asObject().orElseThrow(() -> new IllegalArgumentException("is not an object"));
        json.forEach((key, any) -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("has the unknown key " + key);
            }
        });
        return new KeepSelector(
                text(json, "pacticipant", PacticipantName::new),
                wanted(json, "tag", TagName::new),
                wanted(json, "branch", BranchName::new),
                flag(json, "mainBranch"),
                flag(json, "latest"),
                text(json, "environment", EnvironmentName::new),
                flag(json, "deployed"),
                flag(json, "released"),
                age(json));
    }

    private static <T> @Nullable T text(JsonObject json, String key, Function<String, T> parse) {
        return json.get(key)
                .map(value -> parse.apply(
                        value.asString().orElseThrow(() -> new IllegalArgumentException(key + " is not a text"))))
                .orElse(null);
    }

    private static <T> @Nullable Wanted<T> wanted(JsonObject json, String key, Function<String, T> parse) {
        if (json.get(key).flatMap(JsonValue::asBoolean).orElse(false)) {
            return new Wanted<>(null);
        }
        T name = text(json, key, parse);
        return name == null ? null : new Wanted<>(name);
    }

    private static boolean flag(JsonObject json, String key) {
        return json.get(key)
                .map(value -> value.asBoolean()
                        .orElseThrow(() -> new IllegalArgumentException(key + " is neither true nor false")))
                .orElse(false);
    }

    private static @Nullable Duration age(JsonObject json) {
        return json.get("max_age").map(KeepSelectors::days).orElse(null);
    }

    private static Duration days(JsonValue value) {
        String text = value.toJson();
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("max_age is not a number of days from 0 to 99999");
        }
        return Duration.ofDays(Integer.parseInt(text));
    }
}
