package dev.contract.consumer.variation;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Shows a consumer an answer without each of its fields and headers in turn: where it gets along, it never reads them.
 *
 * <pre>{@code
 * List<Spot> unread = KnockOut.unread(interaction, variation -> passesWith(variation));   // $.address, header ETag
 * }</pre>
 *
 * <p>Of an object that is never read as a whole, its fields are not tried. A field is taken out of all elements of a list at once. The
 * {@code Content-Type} stays: it says how to read the others.
 */
public final class KnockOut {
    private static final int MOST_RUNS = 1_000;

    private final Subject subject;
    private final Trial trial;
    private final List<Spot> unread = new ArrayList<>();
    private int left = MOST_RUNS;

    /** Whether a test passes with other answers. */
    public interface Trial {
        boolean passes(Variation variation);
    }

    private KnockOut(Subject subject, Trial trial) {
        this.subject = subject;
        this.trial = trial;
    }

    /** The fields and headers that are never read, in the order of the answer; of an object that is not, only itself. */
    public static List<Spot> unread(Interaction interaction, Trial trial) {
        List<Spot> unread = new ArrayList<>();
        for (Subject subject : Subject.of(interaction)) {
            KnockOut knockOut = new KnockOut(subject, trial);
            knockOut.headers();
            JsonValue json = subject.whole().json();
            if (json != null) {
                knockOut.inside(RulePath.ROOT, List.of(json));
            }
            unread.addAll(knockOut.unread);
        }
        return unread;
    }

    /** Answers with one more key, which its contract does not speak of, in each object that may have more. */
    public static List<Variation> unknownFields(Interaction interaction) {
        return Subject.of(interaction).stream()
                .flatMap(subject -> BodyProposals.unknownFields(subject).stream())
                .map(change -> Variation.of(List.of(change)))
                .toList();
    }

    private void headers() {
        if (subject.hasHead()) {
            subject.whole().response().headers().names().stream()
                    .filter(name -> !name.equalsIgnoreCase("Content-Type"))
                    .forEach(name -> isUnread(
                            new Spot.Header(name),
                            draft -> draft.with(draft.response()
                                    .withHeaders(draft.response().headers().without(name)))));
        }
    }

    /** @param places all values that the path leads to: one, or those in the elements of a list */
    private void inside(RulePath path, List<JsonValue> places) {
        Map<String, List<JsonValue>> entries = new LinkedHashMap<>();
        List<JsonValue> elements = new ArrayList<>();
        for (JsonValue place : places) {
            if (place instanceof JsonObject object) {
                object.forEach((name, value) ->
                        entries.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
            } else if (place instanceof JsonArray array) {
                elements.addAll(array.elements());
            }
        }
        entries.forEach((name, values) -> {
            RulePath entry = path.then(new Field(name));
            if (!isUnread(new Spot.InBody(entry), draft -> draft.without(entry.tokens()))) {
                inside(entry, values);
            }
        });
        if (!elements.isEmpty()) {
            inside(path.then(new AnyIndex()), elements);
        }
    }

    private boolean isUnread(Spot spot, UnaryOperator<Draft> without) {
        Variation variation = Variation.of(List.of(new Change(subject, spot, "something", "absent", without)));
        boolean isUnread = left-- > 0 && trial.passes(variation);
        if (isUnread) {
            unread.add(spot);
        }
        return isUnread;
    }
}
