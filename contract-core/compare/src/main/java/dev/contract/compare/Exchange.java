package dev.contract.compare;

import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SyncMessage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an interaction is about, without its description: by this one is known again that has got another name.
 *
 * @param route what only interactions of the same service operation have in common
 * @param asked the example that is sent
 * @param told what tells the answers of one route apart, such as the status
 */
record Exchange(List<ProviderState> states, Object route, Object asked, Object told, Set<String> words) {
    /** Less than this is another interaction. */
    private static final double ALIKE = 0.5;

    private static final double WORDS = 0.5;
    private static final double STATES = 0.2;
    private static final double ANSWER = 0.3;

    static Exchange of(Interaction interaction) {
        return interaction.fold(new Reading(interaction.statesWithoutExtra(), words(interaction.description())));
    }

    private static Set<String> words(String description) {
        return Arrays.stream(description.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same is asked of a provider in the same states. */
    Object sameness() {
        return List.of(route, states, asked);
    }

    /** Whether two of one route may be the same interaction. */
    static boolean isAlike(double likeness) {
        return likeness >= ALIKE;
    }

    /** From 0 to 1, for two of one route. */
    double likeness(Exchange other) {
        return WORDS * shared(words, other.words)
                + (states.equals(other.states) ? STATES : 0)
                + (told.equals(other.told) ? ANSWER : 0);
    }

    private static double shared(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        long both = one.stream().filter(other::contains).count();
        return all.isEmpty() ? 1 : (double) both / all.size();
    }

    private record Reading(List<ProviderState> states, Set<String> words) implements Interaction.Cases<Exchange> {

        @Override
        public Exchange http(HttpInteraction interaction) {
            List<Object> route = List.of(
                    "http",
                    interaction.request().example().method(),
                    interaction.request().example().path());
            Object status = interaction.response().example().status();
            return new Exchange(states, route, interaction.request().example(), status, words);
        }

        @Override
        public Exchange asyncMessage(AsyncMessage message) {
            Object contents =
                    List.of(message.message().contents(), message.message().metadata());
            return new Exchange(states, "message", contents, message.message().metadata(), words);
        }

        @Override
        public Exchange syncMessage(SyncMessage message) {
            Object contents =
                    List.of(message.request().contents(), message.request().metadata());
            return new Exchange(
                    states, "request by message", contents, message.responses().size(), words);
        }
    }
}
