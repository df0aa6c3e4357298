package dev.contract.consumer.message;

import dev.contract.consumer.stub.OptionalDuty;
import dev.contract.consumer.stub.Rehearsal;
import dev.contract.consumer.stub.Showing;
import dev.contract.consumer.stub.Shown;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.generating.Generated;
import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.generating.Seed;
import dev.contract.core.generating.Seed.Draws;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.presence.WholeExample;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Shortened;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one provider to one consumer, for a test or a class of tests: handed over one by one, and what came of each.
 *
 * <pre>{@code
 * Handovers handovers = new Handovers(new Seed(0));
 * handovers.begin("an order was placed").give(message, received -> mailer.on(received.text()));
 *
 * handovers.complaint("mailer", "order-service", null);  // empty: all is well
 * handovers.interactions();                              // to be written
 * }</pre>
 *
 * <p>Random values differ from message to message and are the same in every run of a seed. Thread-safe.
 */
public final class Handovers {
    private static final System.Logger LOG = System.getLogger(Handovers.class.getName());
    private static final int LONGEST_LINE = 160;

    private final Seed seed;
    private final OptionalDuty optional = new OptionalDuty();
    private final Showing showing = new Showing();
    private final List<Interaction> handled = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /** How the interactions begin that were not handed over yet, in their order. */
    private final Map<Handover, String> unfinished = new LinkedHashMap<>();

    private boolean random;

    /** An interaction whose handler threw. */
    private record Refused(Interaction interaction, Throwable thrown) {}

    /**
     * None yet.
     *
     * @param seed of the random values in messages
     */
    public Handovers(Seed seed) {
        this.seed = seed;
    }

    /**
     * Notes that somebody has begun to declare an interaction.
     *
     * @param words how it begins
     */
    public synchronized Handover begin(String words) {
        Handover begun = new Handover();
        unfinished.put(begun, words);
        return begun;
    }

    /** The interactions that were handled, in their order. */
    public synchronized List<Interaction> interactions() {
        return List.copyOf(handled);
    }

    /** Whether all that was begun was handed over and handled. */
    public synchronized boolean isHandled() {
        return unfinished.isEmpty() && refused.isEmpty();
    }

    /** Whether messages give their optional fields, and which were handed over in one way only. */
    public OptionalDuty optional() {
        return optional;
    }

    /**
     * What is wrong, in words, one block for each finding; empty when all that was begun was handed over and handled.
     *
     * @param failure what the test has failed with, and need not be told again: what a handler threw, or a mistake in what was said of an
     *     interaction, which for this reason has no end; null when it has not failed
     */
    public synchronized String complaint(String consumer, String provider, @Nullable Throwable failure) {
        Stream<String> begun = failure instanceof ContractException
                ? Stream.empty()
                : unfinished.values().stream().map(words -> neverHandedOver(consumer, provider, words));
        Stream<String> thrown =
                failure != null ? Stream.empty() : refused.stream().map(each -> notHandled(consumer, provider, each));
        Stream<String> oneSided = failure != null
                ? Stream.empty()
                : optional.oneSided().stream().map(each -> each.complaint(consumer, provider));
        return Stream.of(begun, thrown, oneSided)
                .flatMap(blocks -> blocks)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** What is shown in place of examples. */
    public Showing showing() {
        return showing;
    }

    /** Starts anew with other messages, until the rehearsal is closed. */
    public synchronized Rehearsal rehearse(Shown shown) {
        List<Interaction> wereHandled = List.copyOf(handled);
        boolean wasRandom = random;
        boolean gave = optional.gives();
        handled.clear();
        optional.give(true);
        showing.show(shown);
        return () -> {
            synchronized (this) {
                handled.clear();
                handled.addAll(wereHandled);
                refused.clear();
                unfinished.clear();
                random = wasRandom;
                optional.give(gave);
                showing.show(Shown.EXAMPLES);
            }
        };
    }

    /** How to get the random values of the messages once more; null when there were none. */
    public synchronized @Nullable String seedNote() {
        return random
                ? new Facts("CONTRACT-SEED  messages held random values")
                        .add("mend", "give -D" + StubSettings.SEED + "=" + seed + " to get the same ones again")
                        .toString()
                : null;
    }

    private static String neverHandedOver(String consumer, String provider, String words) {
        return new Facts("CONTRACT-UNFINISHED  a message between " + consumer + " and " + provider
                        + " was declared and never handed over")
                .add("begins", words)
                .add("mend", "end it with handledBy(…), which hands it to the code under test")
                .toString();
    }

    private static String notHandled(String consumer, String provider, Refused refused) {
        return new Facts("CONTRACT-UNHANDLED  " + consumer + " did not handle a message of " + provider)
                .add("message", refused.interaction().quoted())
                .add("threw", Shortened.to(LONGEST_LINE, refused.thrown().toString()))
                .add(
                        "mend",
                        "correct the handler, or what the test declares; a handler that throws has not handled the message")
                .toString();
    }

    private synchronized void end(Handover handover, Interaction interaction, @Nullable Throwable thrown) {
        unfinished.remove(handover);
        if (thrown == null) {
            handled.add(interaction);
        } else {
            refused.add(new Refused(interaction, thrown));
        }
    }

    private synchronized void rename(Handover handover, String words) {
        unfinished.replace(handover, words);
    }

    /** One interaction on its way. Used once, by one thread. */
    public final class Handover {
        private Handover() {}

        /** Says more of what was begun, once it is known: a description names an interaction better than a state. */
        public void says(String words) {
            rename(this, words);
        }

        /** Hands a message over. What the handler throws is thrown on; the interaction does not count as handled then. */
        public <X extends Exception> void give(AsyncMessage interaction, MessageHandler<X> handler) throws X {
            MessagePart shown = showing.shown().answers().of(interaction).message();
            Message message = fresh(interaction, List.of(shown)).get(0);
            watched(interaction, () -> handler.handle(message));
        }

        /** Hands request and responses over. What the handler throws is thrown on; the interaction does not count as handled then. */
        public <X extends Exception> void give(SyncMessage interaction, ExchangeHandler<X> handler) throws X {
            List<MessagePart> parts = new ArrayList<>(List.of(interaction.request()));
            parts.addAll(showing.shown().answers().of(interaction).responses());
            List<Message> messages = fresh(interaction, parts);
            watched(interaction, () -> handler.handle(messages.get(0), messages.subList(1, messages.size())));
        }

        private <X extends Exception> void watched(Interaction interaction, Handling<X> handling) throws X {
            try {
                handling.run();
            } catch (Throwable thrown) {
                end(this, interaction, thrown);
                throw thrown;
            }
            end(this, interaction, null);
        }
    }

    private synchronized List<Message> fresh(Interaction interaction, List<MessagePart> parts) {
        Draws draws = seed.draws(interaction, turn(interaction));
        GenerationContext context = GenerationContext.builder()
                .random(draws)
                .states(interaction.states())
                .build();
        boolean given = optional.gives();
        List<Message> messages =
                parts.stream().map(part -> fresh(shown(part, given), context)).toList();
        Set<RulePath> fields = parts.stream()
                .flatMap(part -> part.presence().optional().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!fields.isEmpty()) {
            optional.show(interaction, fields, given);
        }
        random |= draws.wereUsed();
        return messages;
    }

    /** How often an interaction of this name was handed over before. */
    private long turn(Interaction interaction) {
        return Stream.concat(handled.stream(), refused.stream().map(Refused::interaction))
                .filter(each -> each.quoted().equals(interaction.quoted()))
                .count();
    }

    private static MessagePart shown(MessagePart part, boolean withOptional) {
        return withOptional ? WholeExample.of(part) : WholeExample.withoutOptional(part);
    }

    private static Message fresh(MessagePart part, GenerationContext context) {
        Generated<MessagePart> generated = Generation.apply(part, context);
        generated.problems().forEach(problem -> LOG.log(Level.WARNING, problem::toString));
        return Message.of(generated.value());
    }

    private interface Handling<X extends Exception> {
        void run() throws X;
    }
}
