package dev.contract.compare;

import static java.util.stream.Collectors.joining;

import dev.contract.core.json.JsonWriter;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in what an interaction differs from what it was beside its exchange: in its name, its states, and how it is verified. Used once. */
final class Beside {
    /** All of these are the provider's own address; what a tool writes where an author named none says nothing. */
    private static final Set<String> USUAL = Set.of("", "http", "https");

    private final Interaction before;
    private final Interaction after;
    private final List<Difference> found = new ArrayList<>();

    private Beside(Interaction before, Interaction after) {
        this.before = before;
        this.after = after;
    }

    static List<Difference> differences(Interaction before, Interaction after) {
        Beside beside = new Beside(before, after);
        beside.description();
        beside.states();
        beside.transport();
        beside.pending();
        return beside.found;
    }

    private void add(String place, Duty duty, String was, String is, @Nullable String reason) {
        found.add(new Difference("interaction", place, null, Change.CHANGED, duty, was, is, null, reason));
    }

    /** A message is asked for by its description: the provider has none of the new name. */
    private void description() {
        String was = before.description();
        String is = after.description();
        if (!was.equals(is)) {
            Duty duty = after instanceof HttpInteraction ? Duty.SAME : Duty.MORE;
            add("description", duty, Quoted.text(was), Quoted.text(is), null);
        }
    }

    /** What holds in one state says nothing about another, one condition fewer included. */
    private void states() {
        String was = states(before);
        String is = states(after);
        if (!was.equals(is)) {
            add("provider states", Duty.MORE, was, is, null);
        }
    }

    private static String states(Interaction interaction) {
        return interaction.states().isEmpty()
                ? "none"
                : interaction.states().stream().map(Beside::state).collect(joining(", "));
    }

    private static String state(ProviderState state) {
        String name = Quoted.text(state.name());
        return state.parameters().isEmpty() ? name : name + " with " + JsonWriter.canonical(state.parameters());
    }

    private void transport() {
        String was = transport(before);
        String is = transport(after);
        if (was.equals(is)) {
            return;
        }
        boolean same = USUAL.contains(was) && USUAL.contains(is);
        add(
                "transport",
                same ? Duty.SAME : Duty.UNKNOWN,
                was.isEmpty() ? "none" : Quoted.text(was),
                is.isEmpty() ? "none" : Quoted.text(is),
                same ? null : "whether both lead to the same part of the provider, only its verification says");
    }

    private static String transport(Interaction interaction) {
        return Objects.requireNonNullElse(interaction.annotations().transport(), "");
    }

    private void pending() {
        boolean was = before.annotations().pending();
        boolean is = after.annotations().pending();
        if (was != is) {
            add("pending", was ? Duty.MORE : Duty.LESS, pending(was), pending(is), null);
        }
    }

    private static String pending(boolean pending) {
        return pending ? "may fail" : "must hold";
    }
}
