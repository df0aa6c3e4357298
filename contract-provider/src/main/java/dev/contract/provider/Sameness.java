package dev.contract.provider;

import dev.contract.core.body.Body;
import dev.contract.core.generating.Generation;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All of an interaction that a verdict can depend on: two with an equal one get the same verdict, whoever's contracts they stand in.
 *
 * <p>Comments, keys and whether a failure is pending are no part of it; neither are the rules of a request, which are the business of
 * stubs. A description is, where random values follow from it, or a message is asked for by it.
 *
 * <p>What the interactions hold is only compared where their hashes are equal.
 *
 * @param hash of the little that most interactions differ in: a hash of all of it would cost more than the comparison it saves
 */
record Sameness(int hash, SpecVersion version, Interaction interaction) {

    static Sameness of(Contract contract, Interaction interaction) {
        return new Sameness(interaction.fold(new Hashes()), contract.version(), interaction);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sameness that
                && hash == that.hash
                && version == that.version
                && Objects.equals(transport(), that.transport())
                && exchange().equals(that.exchange())
                && wire().equals(that.wire());
    }

    private @Nullable String transport() {
        return interaction.annotations().transport();
    }

    private List<Object> exchange() {
        return interaction.fold(new Exchanges());
    }

    /** What equal requests and bodies may still differ in: the escapes of a query, the hints of a file. */
    private List<Object> wire() {
        return interaction.fold(new Wires());
    }

    private static List<Object> named(Interaction interaction) {
        return List.of(interaction.withAnnotations(Annotations.NONE));
    }

    private static final class Exchanges implements Interaction.Cases<List<Object>> {
        @Override
        public List<Object> http(HttpInteraction exchange) {
            boolean fixed = Generation.isFixed(exchange.request()) && Generation.isFixed(exchange.response());
            return fixed ? unnamed(exchange) : named(exchange);
        }

        private static List<Object> unnamed(HttpInteraction exchange) {
            return List.of(
                    exchange.states(),
                    exchange.request().example(),
                    exchange.response().example(),
                    exchange.response().rules(),
                    exchange.response().presence());
        }

        @Override
        public List<Object> asyncMessage(AsyncMessage message) {
            return named(message);
        }

        @Override
        public List<Object> syncMessage(SyncMessage message) {
            return named(message);
        }
    }

    private static final class Hashes implements Interaction.Cases<Integer> {
        @Override
        public Integer http(HttpInteraction exchange) {
            HttpRequest request = exchange.request().example();
            int hash = request.method().hashCode() * 31 + request.path().hashCode();
            for (ProviderState state : exchange.states()) {
                hash = hash * 31 + state.name().hashCode();
            }
            return (hash * 31 + request.body().hashCode()) * 31
                    + exchange.response().example().status();
        }

        @Override
        public Integer asyncMessage(AsyncMessage message) {
            return message.description().hashCode();
        }

        @Override
        public Integer syncMessage(SyncMessage message) {
            return message.description().hashCode();
        }
    }

    private static final class Wires implements Interaction.Cases<List<Object>> {
        @Override
        public List<Object> http(HttpInteraction exchange) {
            HttpRequest request = exchange.request().example();
            HttpResponse response = exchange.response().example();
            return List.of(
                    request.query().encoded(),
                    request.body().hint(),
                    response.body().hint());
        }

        @Override
        public List<Object> asyncMessage(AsyncMessage message) {
            return hints(Stream.of(message.message()));
        }

        @Override
        public List<Object> syncMessage(SyncMessage message) {
            return hints(Stream.concat(Stream.of(message.request()), message.responses().stream()));
        }

        private static List<Object> hints(Stream<MessagePart> parts) {
            return parts.map(MessagePart::contents).<Object>map(Body::hint).toList();
        }
    }
}
