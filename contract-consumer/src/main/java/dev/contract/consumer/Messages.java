package dev.contract.consumer;

import dev.contract.consumer.message.Handovers;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Quoted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The provider of messages as a consumer's test sees it: what the test declares is handed to the code that handles it.
 *
 * <pre>{@code
 * orders.given("order 7 was paid")
 *         .expects("an order was placed")
 *         .withMetadata("topic", "orders")
 *         .withContent(json(object("order_id", integer(7))))
 *         .handledBy(message -> mailer.on(message.text()));
 * }</pre>
 *
 * <p>No queue is needed: the handler is the code behind the one that receives. Where the consumer sends a message and waits for others
 * in answer, it is
 *
 * <pre>{@code
 * prices.uponReceiving("a question for the price of tea")
 *         .withContent(json(object("item", "tea")))
 *         .willRespondWith(json(object("price", decimal(2.5))))
 *         .handledBy((request, responses) -> …);
 * }</pre>
 *
 * <p>A test class that is marked {@code @ConsumerTest} gets messages as parameters, has them judged, and the contract written. Tests of
 * other frameworks start, verify and close them:
 *
 * <pre>{@code
 * try (Messages orders = Messages.start("mailer", "order-service")) {
 *     …
 *     orders.verify();
 * }
 * }</pre>
 *
 * <p>Thread-safe; a single interaction is written by one thread.
 */
public final class Messages implements AutoCloseable {
    private final String consumer;
    private final String provider;
    private final Handovers handovers;
    private final SpecVersion version;
    private final @Nullable Caller caller;
    private volatile boolean verified;

    /**
     * Messages over handovers that somebody else judges: for integrations with test frameworks.
     *
     * @param version of the contract: what it cannot express is refused where it is declared
     */
    public Messages(String consumer, String provider, Handovers handovers, SpecVersion version) {
        this(consumer, provider, handovers, version, null);
    }

    private Messages(
            String consumer, String provider, Handovers handovers, SpecVersion version, @Nullable Caller caller) {
        this.version = version;
        this.consumer = consumer;
        this.provider = provider;
        this.handovers = handovers;
        this.caller = caller;
    }

    /** Messages for tests that do not use JUnit. */
    public static Messages start(String consumer, String provider) {
        return new Messages(consumer, provider, new Handovers(Stub.settings().seed()), SpecVersion.V4, Caller.find());
    }

    /** Starts an interaction with something that must be true of the provider: {@code "order 7 was paid"}. */
    public MessageInteractionBuilder given(String state) {
        return begin("given(" + Quoted.text(state) + ")").given(state);
    }

    /** Starts an interaction with a provider state and its parameters, any values that JSON can hold. */
    public MessageInteractionBuilder given(String state, Map<String, ? extends @Nullable Object> parameters) {
        return begin("given(" + Quoted.text(state) + ", …)").given(state, parameters);
    }

    /** Starts a message that the provider sends without being asked, and that needs no provider state. */
    public AsyncMessageBuilder expects(String description) {
        return begin("expects(" + Quoted.text(description) + ")").expects(description);
    }

    /** Starts a message that the provider answers, and that needs no provider state. Needs version 4 of the file format. */
    public SyncMessageBuilder uponReceiving(String description) {
        return begin("uponReceiving(" + Quoted.text(description) + ")").uponReceiving(description);
    }

    /** Whether messages now give the fields that are optional, see {@link Stub#givesOptional}. */
    public boolean givesOptional() {
        return handovers.optional().gives();
    }

    /** Lets all messages leave out their optional fields from now on, see {@link Stub#leaveOutOptional}. */
    public void leaveOutOptional() {
        handovers.optional().leaveOut();
    }

    /** Whether messages now are those of the contract, see {@link Stub#givesExample}. */
    public boolean givesExample() {
        return handovers.showing().areExamples();
    }

    private MessageInteractionBuilder begin(String words) {
        return new MessageInteractionBuilder(handovers.begin(words), version);
    }

    /**
     * Checks that every declared message was handed over and handled; messages that were {@linkplain #start started} by the test are then
     * written into the contract.
     *
     * <p>The contract's folder is that of {@link dev.contract.consumer.recording.ContractFolder#of}. As nobody can tell whether all of a
     * class's tests ran, nothing is taken out of the contract.
     *
     * @throws AssertionError that names what was not handed over or not handled; nothing is written then
     */
    public void verify() {
        verified = true;
        String complaint = handovers.complaint(consumer, provider, null);
        if (!complaint.isEmpty()) {
            String note = handovers.seedNote();
            throw new AssertionError(complaint + (note == null ? "" : "\n" + note));
        }
        if (caller != null) {
            caller.record(consumer, provider, handovers.interactions());
        }
    }

    /**
     * Ends the messages. Writes nothing.
     *
     * @throws AssertionError when the test that started the messages had some handled and never called {@link #verify}
     */
    @Override
    public void close() {
        boolean forgotten =
                caller != null && !verified && !handovers.interactions().isEmpty();
        if (forgotten) {
            throw new AssertionError(new Facts(
                            "CONTRACT-UNVERIFIED  the messages of " + provider + " were closed without being verified")
                    .add("found", "no contract was written")
                    .add("mend", "call verify() as the last statement before they are closed"));
        }
    }
}
