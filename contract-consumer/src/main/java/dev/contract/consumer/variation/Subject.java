package dev.contract.consumer.variation;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.presence.WholeExample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A part of an interaction that a consumer is given: a response or, taken for one without a head, a message. Thread-safe; each is equal
 * to itself only.
 */
final class Subject {
    private final Interaction interaction;
    private final int number;
    private final ResponsePart part;
    private final boolean hasHead;
    private final ResponsePlan plan;
    private final Draft whole;

    private Subject(Interaction interaction, int number, ResponsePart part, boolean hasHead) {
        this.interaction = interaction;
        this.number = number;
        this.part = part;
        this.hasHead = hasHead;
        this.plan = PlanCompiler.response(part, SpecVersion.V4);
        this.whole = Draft.of(WholeExample.of(part).example());
    }

    static List<Subject> of(Interaction interaction) {
        return interaction.fold(new Interaction.Cases<>() {
            @Override
            public List<Subject> http(HttpInteraction http) {
                return List.of(new Subject(http, 0, http.response(), true));
            }

            @Override
            public List<Subject> asyncMessage(AsyncMessage message) {
                return List.of(new Subject(message, 0, response(message.message()), false));
            }

            /** The consumer sends the request itself. */
            @Override
            public List<Subject> syncMessage(SyncMessage message) {
                List<Subject> subjects = new ArrayList<>();
                for (MessagePart each : message.responses()) {
                    subjects.add(new Subject(message, subjects.size(), response(each), false));
                }
                return subjects;
            }
        });
    }

    /** Contents of messages are judged as bodies of responses are. */
    private static ResponsePart response(MessagePart part) {
        String type = MessagePart.contentType(part.metadata())
                .map(ContentType::toString)
                .orElse("");
        Headers headers = type.isEmpty() ? Headers.EMPTY : Headers.of("Content-Type", type);
        HttpResponse example = new HttpResponse(200, headers, part.contents());
        return new ResponsePart(example, part.rules(), part.generators(), part.extra());
    }

    Interaction interaction() {
        return interaction;
    }

    /** Which of the messages of its interaction it is, from 0. */
    int number() {
        return number;
    }

    ResponsePart part() {
        return part;
    }

    /** Whether there are status and headers. */
    boolean hasHead() {
        return hasHead;
    }

    /** The example with all its optional fields. */
    Draft whole() {
        return whole;
    }

    HttpResponse with(Collection<Change> changes) {
        Draft draft = whole;
        for (Change change : changes) {
            draft = change.applied(draft);
        }
        return draft.finished();
    }

    /** Whether the contract permits an answer with all these changes. */
    boolean permits(Collection<Change> changes) {
        return plan.match(with(changes)).matches();
    }
}
