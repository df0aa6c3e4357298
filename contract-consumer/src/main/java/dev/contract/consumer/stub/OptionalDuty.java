package dev.contract.consumer.stub;

import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Facts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether answers and messages give their optional fields, and whether each interaction that has some was shown with and without them:
 * who may get an answer without a field has to show that it can do without. Thread-safe.
 */
public final class OptionalDuty {
    private volatile boolean gives = true;
    private final Map<Name, Shown> shown = new LinkedHashMap<>();

    /** What an interaction is known by. */
    private record Name(String description, List<ProviderState> states) {}

    private record Shown(String interaction, String fields, boolean with, boolean without) {
        Shown and(Shown other) {
            return new Shown(interaction, fields, with || other.with, without || other.without);
        }
    }

    /**
     * An interaction that was shown in one way only.
     *
     * @param with whether that was with its optional fields
     */
    public record OneSided(String interaction, String fields, boolean with) {

        /** What is to be done about it, in words. */
        public String complaint(String consumer, String provider) {
            return new Facts("CONTRACT-OPTIONAL  " + consumer + " was shown what " + provider + " gives only "
                            + (with ? "with" : "without") + " its optional fields")
                    .add("in", interaction)
                    .add("fields", fields)
                    .add(
                            "mend",
                            with
                                    ? "call leaveOutOptional(), and let the consumer do the same again"
                                    : "let the consumer do the same before leaveOutOptional() is called")
                    .toString();
        }
    }

    /** Whether optional fields are given now. */
    public boolean gives() {
        return gives;
    }

    /** From now on optional fields are given, or not, as they were at another time. */
    public void give(boolean given) {
        gives = given;
    }

    /** From now on optional fields are not given. */
    public void leaveOut() {
        gives = false;
    }

    /**
     * Notes that an interaction was shown.
     *
     * @param fields its optional ones
     * @param given whether it was shown with them
     */
    public synchronized void show(Interaction interaction, Collection<RulePath> fields, boolean given) {
        String names = fields.stream().map(RulePath::toString).collect(Collectors.joining(", "));
        shown.merge(
                new Name(interaction.description(), interaction.states()),
                new Shown(interaction.quoted(), names, given, !given),
                Shown::and);
    }

    /** What was shown in one way only, in the order in which it was first shown. */
    public synchronized List<OneSided> oneSided() {
        return shown.values().stream()
                .filter(each -> each.with() != each.without())
                .map(each -> new OneSided(each.interaction(), each.fields(), each.with()))
                .toList();
    }

    /** What a failure is to be read with, where optional fields were left out; empty where they were given. */
    public synchronized String note() {
        String leftOut = shown.values().stream()
                .filter(Shown::without)
                .map(each -> each.fields() + " of " + each.interaction())
                .collect(Collectors.joining("\n"));
        return gives
                ? ""
                : new Facts(
                                "CONTRACT-OPTIONAL  the optional fields of answers and messages were left out when this happened")
                        .add("without", leftOut.isEmpty() ? null : leftOut)
                        .add(
                                "mend",
                                "let the consumer do without them, or ask givesOptional() of what the test expects")
                        .toString();
    }
}
