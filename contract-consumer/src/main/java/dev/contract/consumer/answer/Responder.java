package dev.contract.consumer.answer;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.ResponsePart;
import java.util.function.Function;

/**
 * A response that is made when its request is there.
 *
 * @param noun as users say it, with an article: {@code a function}
 * @param making called on a thread that may wait; what it throws is told to the client with status 500
 */
public record Responder(String noun, Function<HttpRequest, ResponsePart> making) implements StubAnswer {

    /** The same response whatever was asked. */
    public static Responder always(ResponsePart response) {
        return new Responder("a further response", request -> response);
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
