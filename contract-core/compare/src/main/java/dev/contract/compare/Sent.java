package dev.contract.compare;

import dev.contract.core.body.Body;
import dev.contract.core.generating.Generation;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.SyncMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All of an interaction that reaches the provider when it is verified: two that are equal in it are asked in the same way, in the same
 * states.
 *
 * <p>The rules of a request are no part of it, unless they hold generators; a description is one for messages, which are asked for by it.
 *
 * @param request what is sent, and what makes it
 */
record Sent(Class<?> kind, List<ProviderState> states, String transport, List<Object> request) {

    static Sent of(Interaction interaction) {
        String transport = Objects.requireNonNullElse(interaction.annotations().transport(), "");
        return new Sent(
                interaction.getClass(), interaction.statesWithoutExtra(), transport, interaction.fold(new Requests()));
    }

    /** The same in other states. */
    Sent in(List<ProviderState> others) {
        return new Sent(kind, others, transport, request);
    }

    List<String> stateNames() {
        return states.stream().map(ProviderState::name).toList();
    }

    private static final class Requests implements Interaction.Cases<List<Object>> {
        @Override
        public List<Object> http(HttpInteraction interaction) {
            RequestPart request = interaction.request();
            HttpRequest example = request.example();
            List<Object> wire =
                    List.of(example.query().encoded(), example.body().hint());
            return Generation.isFixed(request)
                    ? List.of(example, wire)
                    : List.of(example, wire, made(request.generators(), request.rules()));
        }

        @Override
        public List<Object> asyncMessage(AsyncMessage message) {
            return List.of(message.description());
        }

        @Override
        public List<Object> syncMessage(SyncMessage message) {
            MessagePart request = message.request();
            Body contents = request.contents();
            return List.of(
                    message.description(),
                    contents,
                    contents.hint(),
                    request.metadata(),
                    made(request.generators(), request.rules()));
        }

        /** All that makes values, in its order: what comes later is made of what came before. */
        private static List<Object> made(Generators generators, MatchingRules rules) {
            List<Object> keys = new ArrayList<>();
            generators.byCategory().values().forEach(each -> keys.add(List.copyOf(each.keySet())));
            rules.groups().values().forEach(each -> keys.add(List.copyOf(each.keySet())));
            return List.of(generators, rules.groups(), keys);
        }
    }
}
