package dev.contract.provider.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the broker says to a {@link MatrixQuestion}.
 *
 * <p>Immutable.
 *
 * @param reason the broker's reasons, a line each
 * @param unknown how many results are missing
 * @param ignored how many rows were left out; -1 when the broker does not say, which means that it cannot ignore
 * @param explained whether the reasons say what to do, too, as those of our own broker do
 * @param json the whole answer
 */
public record MatrixAnswer(
        Verdict verdict, String reason, int unknown, int ignored, List<Row> rows, boolean explained, JsonObject json) {
    public MatrixAnswer {
        rows = List.copyOf(rows);
    }

    /** May it be deployed? */
    public enum Verdict {
        YES,
        NO,
        /** Not now: a result is missing. */
        UNKNOWN
    }

    /**
     * What has to be done until the answer is a yes.
     *
     * @param text a sentence
     * @param command what to type; capitals stand for what is not known
     */
    public record Action(String text, String command) {}

    /** What has to be done until the answer is a yes, in this order; empty when it is one, or when the broker does not tell. */
    public List<Action> actions() {
        return objects("actions")
                .map(each -> new Action(
                        each.string("text").orElse(""), each.string("command").orElse("")))
                .toList();
    }

    /** The broker's reasons without advice, where it tells them apart. */
    public List<String> reasons() {
        return json.has("reasons")
                ? objects("reasons")
                        .flatMap(each -> each.string("text").stream())
                        .toList()
                : reason.lines().toList();
    }

    private Stream<JsonObject> objects(String name) {
        return json.array(name).stream().flatMap(JsonArray::stream).flatMap(each -> each.asObject().stream());
    }

    /**
     * A version of a consumer beside a version of a provider.
     *
     * @param consumerVersion null when there is none
     * @param providerVersion null when no result tells one
     * @param success null when there is no result
     * @param resultUrl where the result is; null when there is none
     * @param inferred whether there is no result, but the broker inferred a success from others
     */
    public record Row(
            String consumer,
            @Nullable String consumerVersion,
            String provider,
            @Nullable String providerVersion,
            @Nullable Boolean success,
            @Nullable String resultUrl,
            boolean inferred,
            boolean ignored) {

        private static Row of(JsonObject json) {
            Optional<JsonObject> result = json.object("verificationResult");
            return new Row(
                    name(json, "consumer"),
                    version(json, "consumer"),
                    name(json, "provider"),
                    version(json, "provider"),
                    result.flatMap(each -> each.get("success"))
                            .flatMap(JsonValue::asBoolean)
                            .orElse(null),
                    result.flatMap(each -> new HalDocument(each, "").find("self"))
                            .map(Link::href)
                            .orElse(null),
                    json.has("inferred"),
                    json.get("ignored").flatMap(JsonValue::asBoolean).orElse(false));
        }

        private static String name(JsonObject json, String side) {
            return json.object(side).flatMap(each -> each.string("name")).orElse("");
        }

        private static @Nullable String version(JsonObject json, String side) {
            return json.object(side)
                    .flatMap(each -> each.object("version"))
                    .flatMap(version -> version.string("number"))
                    .orElse(null);
        }
    }

    static MatrixAnswer of(HalDocument document) {
        JsonObject summary = document.json().object("summary").orElse(JsonObject.EMPTY);
        return new MatrixAnswer(
                verdict(summary),
                summary.string("reason").orElse(""),
                count(summary, "unknown", 0),
                count(summary, "ignored", -1),
                document.embedded("matrix").stream().map(Row::of).toList(),
                document.embedded("notices").stream().anyMatch(notice -> notice.has("code")),
                document.json());
    }

    private static Verdict verdict(JsonObject summary) {
        return summary.get("deployable")
                .flatMap(JsonValue::asBoolean)
                .map(yes -> yes ? Verdict.YES : Verdict.NO)
                .orElse(Verdict.UNKNOWN);
    }

    private static int count(JsonObject summary, String name, int absent) {
        return summary.get(name)
                .flatMap(JsonValue::asNumber)
                .map(JsonNumber::decimal)
                .map(decimal -> decimal.intValue())
                .orElse(absent);
    }
}
