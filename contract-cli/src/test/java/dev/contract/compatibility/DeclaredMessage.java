package dev.contract.compatibility;

import static dev.contract.consumer.Matchers.message;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.AsyncMessageBuilder;
import dev.contract.consumer.MessageInteractionBuilder;
import dev.contract.consumer.Messages;
import dev.contract.consumer.SyncMessageBuilder;
import dev.contract.consumer.message.Handovers;
import dev.contract.consumer.message.Handovers.Handover;
import dev.contract.consumer.message.Message;
import dev.contract.core.generating.Seed;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.SyncMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** An interaction with messages in a consumer's test: what is declared, what the handler got, how it ended. */
public final class DeclaredMessage {
    private static final String DESCRIPTION = "a message";

    private final WrittenContract written;
    private final World world;
    private final Handovers handovers = new Handovers(new Seed(0));
    private final Map<String, Map<String, JsonValue>> states = new LinkedHashMap<>();
    private final List<String> comments = new ArrayList<>();
    private final List<MessageCells> responses = new ArrayList<>();
    private final MessageCells first;
    private Optional<String> key = Optional.empty();
    private boolean pending;
    private boolean isAnswered;
    private List<Message> received = List.of();

    public DeclaredMessage(World world, WrittenContract written) {
        this.world = world;
        this.written = written;
        this.first = new MessageCells(world.version());
    }

    /** Begins a message, or, where it is answered, a message and its answers. */
    void begin(boolean answered) {
        isAnswered = answered;
        world.declare(this::declared);
    }

    void state(String name, Map<String, JsonValue> parameters) {
        states.put(name, parameters);
    }

    void key(String text) {
        key = Optional.of(text);
    }

    void pending() {
        pending = true;
    }

    void comment(String line) {
        comments.add(line);
    }

    /** The message, or the one that is answered. */
    MessageCells first() {
        return first;
    }

    MessageCells nextResponse() {
        MessageCells next = new MessageCells(world.version());
        responses.add(next);
        return next;
    }

    MessageCells response(int position) {
        return responses.get(position);
    }

    /** Hands it over to a handler that returns, and has the contract written. */
    void process() {
        handOver(() -> {});
        written.record(handovers.interactions());
    }

    /** Hands it over to a handler that throws, which a test would fail with. */
    void fail(String error) {
        assertThatThrownBy(() -> handOver(() -> {
                    throw new IllegalStateException(error);
                }))
                .hasMessage(error);
    }

    private void handOver(Runnable handler) {
        Handover handover = handovers.begin(DESCRIPTION);
        Interaction interaction = declared();
        if (interaction instanceof SyncMessage exchange) {
            handover.give(exchange, (request, answers) -> {
                received = new ArrayList<>(List.of(request));
                received.addAll(answers);
                handler.run();
            });
        } else {
            handover.give((AsyncMessage) interaction, message -> {
                received = List.of(message);
                handler.run();
            });
        }
    }

    /** Why the test fails; empty when it passes. */
    String complaint() {
        return handovers.complaint(World.CONSUMER, World.PROVIDER, null);
    }

    /** What the handler got: the message or the one that is answered first, then the answers. */
    Message received(int position) {
        return received.get(position);
    }

    /** The message that the consumer takes: of an exchange the answer. */
    Message taken() {
        return received.get(isAnswered ? 1 : 0);
    }

    private Interaction declared() {
        Handovers draft = new Handovers(new Seed(0));
        Messages messages = new Messages(World.CONSUMER, World.PROVIDER, draft, world.version());
        Optional<MessageInteractionBuilder> given = given(messages);
        if (isAnswered) {
            answered(first.in(noted(given.map(builder -> builder.uponReceiving(DESCRIPTION))
                    .orElseGet(() -> messages.uponReceiving(DESCRIPTION)))));
            return ruled((SyncMessage) draft.interactions().get(0));
        }
        first.in(noted(given.map(builder -> builder.expects(DESCRIPTION))
                        .orElseGet(() -> messages.expects(DESCRIPTION))))
                .handledBy(message -> {});
        return ruled((AsyncMessage) draft.interactions().get(0));
    }

    private Optional<MessageInteractionBuilder> given(Messages messages) {
        MessageInteractionBuilder builder = null;
        for (Map.Entry<String, Map<String, JsonValue>> state : states.entrySet()) {
            builder = builder == null
                    ? messages.given(state.getKey(), state.getValue())
                    : builder.given(state.getKey(), state.getValue());
        }
        return Optional.ofNullable(builder);
    }

    private AsyncMessageBuilder noted(AsyncMessageBuilder message) {
        key.ifPresent(message::key);
        comments.forEach(message::comment);
        return pending ? message.pending() : message;
    }

    private SyncMessageBuilder noted(SyncMessageBuilder message) {
        key.ifPresent(message::key);
        comments.forEach(message::comment);
        return pending ? message.pending() : message;
    }

    /** Every message of this kind is answered, if only by an empty one. */
    private void answered(SyncMessageBuilder request) {
        if (responses.isEmpty()) {
            request.willRespondWith(message()).handledBy((sent, answers) -> {});
            return;
        }
        SyncMessageBuilder.Responses all =
                request.willRespondWith(responses.get(0).in(message()));
        responses.stream().skip(1).forEach(each -> all.willRespondWith(each.in(message())));
        all.handledBy((sent, answers) -> {});
    }

    private AsyncMessage ruled(AsyncMessage declared) {
        return new AsyncMessage(
                declared.description(), declared.states(), first.ruled(declared.message()), declared.annotations());
    }

    private SyncMessage ruled(SyncMessage declared) {
        List<MessagePart> answers = IntStream.range(0, responses.size())
                .mapToObj(i -> responses.get(i).ruled(declared.responses().get(i)))
                .toList();
        return new SyncMessage(
                declared.description(),
                declared.states(),
                first.ruled(declared.request()),
                answers.isEmpty() ? declared.responses() : answers,
                declared.annotations());
    }
}
