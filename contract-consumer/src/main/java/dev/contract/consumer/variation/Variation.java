package dev.contract.consumer.variation;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.model.ValueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a consumer is given in place of examples, in one run of a test: some changes of some answers. Immutable. */
public final class Variation {
    private final List<Change> changes;
    private final Map<Interaction, Interaction> varied = new HashMap<>();

    private Variation(List<Change> changes) {
        this.changes = List.copyOf(changes);
        Map<Subject, List<Change>> bySubject = changes.stream()
                .collect(Collectors.groupingBy(Change::subject, LinkedHashMap::new, Collectors.toList()));
        bySubject.forEach((subject, list) -> varied.compute(
                bare(subject.interaction()),
                (declared, earlier) -> varied(earlier == null ? declared : earlier, subject, list)));
    }

    static Variation of(List<Change> changes) {
        return new Variation(changes);
    }

    /** All changes of several variations, which must not touch. */
    public static Variation together(List<Variation> several) {
        return new Variation(
                several.stream().flatMap(each -> each.changes.stream()).toList());
    }

    public List<Change> changes() {
        return changes;
    }

    /** The interaction with its changed answer; the same instance when nothing of it is changed. */
    @SuppressWarnings("unchecked") // an interaction is varied to one of its own kind
    public <I extends Interaction> I of(I declared) {
        return (I) varied.getOrDefault(bare(declared), declared);
    }

    /** A test that is run again declares the same once more, perhaps from another place. */
    private static Interaction bare(Interaction interaction) {
        return interaction.withAnnotations(Annotations.NONE);
    }

    private static Interaction varied(Interaction interaction, Subject subject, List<Change> changes) {
        HttpResponse answer = subject.with(changes);
        return interaction.fold(new Interaction.Cases<>() {
            @Override
            public Interaction http(HttpInteraction http) {
                ResponsePart part = http.response();
                return http.withResponse(new ResponsePart(
                        answer,
                        MatchingRules.NONE,
                        others(part.generators(), changes),
                        part.extra().without(Presence.ATTRIBUTE)));
            }

            @Override
            public Interaction asyncMessage(AsyncMessage message) {
                return new AsyncMessage(
                        message.description(), message.states(), changed(message.message()), message.annotations());
            }

            @Override
            public Interaction syncMessage(SyncMessage message) {
                List<MessagePart> responses = new ArrayList<>(message.responses());
                responses.set(subject.number(), changed(responses.get(subject.number())));
                return new SyncMessage(
                        message.description(), message.states(), message.request(), responses, message.annotations());
            }

            private MessagePart changed(MessagePart part) {
                return new MessagePart(
                        answer.body(),
                        part.metadata(),
                        MatchingRules.NONE,
                        others(part.generators(), changes),
                        part.extra().without(Presence.ATTRIBUTE));
            }
        });
    }

    /** Fresh values would replace what was changed. */
    private static Generators others(Generators all, List<Change> changes) {
        Generators others = Generators.NONE;
        for (Map.Entry<Category, Map<String, Generator>> category :
                all.byCategory().entrySet()) {
            for (Map.Entry<String, Generator> each : category.getValue().entrySet()) {
                Spot spot = spot(category.getKey(), each.getKey());
                if (spot == null
                        || changes.stream().noneMatch(change -> change.spot().touches(spot))) {
                    others = others.with(category.getKey(), each.getKey(), each.getValue());
                }
            }
        }
        return others;
    }

    private static @Nullable Spot spot(Category category, String key) {
        return switch (category) {
            case BODY -> RulePath.parse(key).map(Spot.InBody::new).orElse(null);
            case HEADER -> new Spot.Header(ValueKey.parse(key).name());
            case STATUS -> new Spot.Status();
            default -> null;
        };
    }

    @Override
    public String toString() {
        return changes.toString();
    }
}
