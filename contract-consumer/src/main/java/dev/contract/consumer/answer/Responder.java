package dev.contract.consumer.answer;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.ResponsePart;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A response that is made when its request is there.
 *
 * @param noun as users say it, with an article: {@code a function}
 * @param making called on a thread that may wait; what it throws is told to the client with status 500
 * @param written the same as data; null for what only code can make
 */
public record Responder(
        String noun,
        Function<HttpRequest, ResponsePart> making,
        @Nullable Written written) implements StubAnswer {

    /**
     * A response as data.
     *
     * @param isTemplate whether it has places for parts of the request
     */
    public record Written(ResponsePart response, boolean isTemplate) {
        /** @throws dev.contract.core.problem.ContractException if HTTP has no way to send it */
        public Written {
            Unsendable.refuse(response.example());
        }
    }

    /** What only code can make. */
    public Responder(String noun, Function<HttpRequest, ResponsePart> making) {
        this(noun, making, null);
    }

    /** The same response whatever was asked. */
    public static Responder always(ResponsePart response) {
        return new Responder("a further response", request -> response, new Written(response, false));
    }

    /** A response with places for parts of the request, which a function fills. */
    public static Responder template(ResponsePart response, Function<HttpRequest, ResponsePart> making) {
        return new Responder("a template", making, new Written(response, true));
    }

    @Override
    public String whyNotInContract() {
        return "nobody can tell from it what the provider owes";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.responder(this);
    }

    @Override
    public String toString() {
        return noun;
    }
}
