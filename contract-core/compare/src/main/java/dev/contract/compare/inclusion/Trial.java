package dev.contract.compare.inclusion;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.MessagePlan;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.util.List;
import java.util.function.Supplier;

/**
 * Two expectations as the matcher sees them: it confirms witnesses. They are compiled when the first exchange is tried, which most pairs
 * never come to. One thread at a time.
 *
 * @param <T> the exchange: a request, a response, a message
 */
abstract class Trial<T> {

    /** A message as one value. */
    record Message(Body contents, JsonObject metadata) {}

    /** Whether the inner expectation accepts an exchange. */
    abstract boolean isAccepted(T exchange);

    /** What the outer expectation says of it. */
    abstract MatchResult judged(T exchange);

    abstract Witness witness(T exchange, List<Mismatch> refusals);

    static Trial<HttpRequest> of(
            RequestPart inner, SpecVersion innerVersion, RequestPart outer, SpecVersion outerVersion) {
        Supplier<RequestPlan> one = new Once<>(() -> PlanCompiler.request(inner, innerVersion));
        Supplier<RequestPlan> other = new Once<>(() -> PlanCompiler.request(outer, outerVersion));
        return new Trial<>() {
            @Override
            boolean isAccepted(HttpRequest exchange) {
                return one.get().match(exchange).matches();
            }

            @Override
            MatchResult judged(HttpRequest exchange) {
                return other.get().match(exchange);
            }

            @Override
            Witness witness(HttpRequest exchange, List<Mismatch> refusals) {
                return new Witness.OfRequest(exchange, refusals);
            }
        };
    }

    static Trial<HttpResponse> of(ResponsePart inner, ResponsePart outer) {
        Supplier<ResponsePlan> one = new Once<>(() -> PlanCompiler.response(inner, SpecVersion.V4));
        Supplier<ResponsePlan> other = new Once<>(() -> PlanCompiler.response(outer, SpecVersion.V4));
        return new Trial<>() {
            @Override
            boolean isAccepted(HttpResponse exchange) {
                return one.get().match(exchange).matches();
            }

            @Override
            MatchResult judged(HttpResponse exchange) {
                return other.get().match(exchange);
            }

            @Override
            Witness witness(HttpResponse exchange, List<Mismatch> refusals) {
                return new Witness.OfResponse(exchange, refusals);
            }
        };
    }

    static Trial<Message> of(MessagePart inner, MessagePart outer) {
        Supplier<MessagePlan> one = new Once<>(() -> PlanCompiler.message(inner, SpecVersion.V4));
        Supplier<MessagePlan> other = new Once<>(() -> PlanCompiler.message(outer, SpecVersion.V4));
        return new Trial<>() {
            @Override
            boolean isAccepted(Message exchange) {
                return one.get().match(exchange.contents(), exchange.metadata()).matches();
            }

            @Override
            MatchResult judged(Message exchange) {
                return other.get().match(exchange.contents(), exchange.metadata());
            }

            @Override
            Witness witness(Message exchange, List<Mismatch> refusals) {
                return new Witness.OfMessage(exchange.contents(), exchange.metadata(), refusals);
            }
        };
    }
}
