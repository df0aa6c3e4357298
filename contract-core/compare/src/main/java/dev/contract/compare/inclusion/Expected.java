package dev.contract.compare.inclusion;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.MessagePlan;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.Category;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.util.List;

/**
 * One expectation, as the matcher sees it, which confirms witnesses, and as it is compared here. What takes time is made when it is first
 * asked for, which of most it never is, and serves both directions of a comparison. One thread at a time.
 *
 * @param <T> the exchange: a request, a response, a message
 */
abstract sealed class Expected<T> {

    /** A message as one value. */
    record Message(Body contents, JsonObject metadata) {}

    /** What comparing a header or a parameter costs, in bytes of a body. */
    private static final long FIELD = 20;

    private final ExpectedBody body;
    private final Once<Boolean> sampleAccepted = new Once<>(() -> isAccepted(sample()));
    private final Once<T> sample = new Once<>(() -> isAccepted(example()) ? example() : corrected());

    private Expected(ExpectedBody body) {
        this.body = body;
    }

    /** As the contract has it. */
    abstract T example();

    /** The example, but for what the rules refuse of it. */
    abstract T corrected();

    abstract MatchResult judged(T exchange);

    abstract Witness witness(T exchange, List<Mismatch> refusals);

    final ExpectedBody body() {
        return body;
    }

    /** An exchange that is likely to be accepted: the example, if it is. */
    final T sample() {
        return sample.get();
    }

    final boolean acceptsSample() {
        return sampleAccepted.get();
    }

    /** How large an exchange is, about, in bytes. */
    final long size() {
        return body.body().bytes().length + FIELD * fields();
    }

    /** How many values it has beside its body. */
    abstract int fields();

    final boolean isAccepted(T exchange) {
        return judged(exchange).matches();
    }

    static final class OfRequest extends Expected<HttpRequest> {
        private final RequestPart part;
        private final SpecVersion version;
        private final Once<RequestPlan> plan;

        OfRequest(RequestPart part, SpecVersion version) {
            super(ExpectedBody.of(part));
            this.part = part;
            this.version = version;
            this.plan = new Once<>(() -> PlanCompiler.request(part, version));
        }

        RequestPart part() {
            return part;
        }

        SpecVersion version() {
            return version;
        }

        @Override
        HttpRequest example() {
            return part.example();
        }

        @Override
        int fields() {
            return example().headers().names().size()
                    + example().query().names().size();
        }

        @Override
        HttpRequest corrected() {
            HttpRequest example = example();
            return new HttpRequest(
                    example.method(),
                    PathInclusion.sample(
                            example.path(), part.rules().single(Category.PATH).orElse(null)),
                    QueryInclusion.sample(example.query(), part.rules()),
                    HeaderInclusion.sample(example.headers(), part.rules()),
                    BodyInclusion.sample(body()));
        }

        @Override
        MatchResult judged(HttpRequest exchange) {
            return plan.get().match(exchange);
        }

        @Override
        Witness witness(HttpRequest exchange, List<Mismatch> refusals) {
            return new Witness.OfRequest(exchange, refusals);
        }
    }

    static final class OfResponse extends Expected<HttpResponse> {
        private final ResponsePart part;
        private final Once<ResponsePlan> plan;

        OfResponse(ResponsePart part) {
            super(ExpectedBody.of(part));
            this.part = part;
            this.plan = new Once<>(() -> PlanCompiler.response(part, SpecVersion.V4));
        }

        ResponsePart part() {
            return part;
        }

        @Override
        HttpResponse example() {
            return part.example();
        }

        @Override
        int fields() {
            return example().headers().names().size();
        }

        @Override
        HttpResponse corrected() {
            HttpResponse example = example();
            Headers headers = HeaderInclusion.sample(example.headers(), part.rules());
            int status = StatusInclusion.sample(
                    example.status(), part.rules().single(Category.STATUS).orElse(null));
            return new HttpResponse(status, headers, BodyInclusion.sample(body()));
        }

        @Override
        MatchResult judged(HttpResponse exchange) {
            return plan.get().match(exchange);
        }

        @Override
        Witness witness(HttpResponse exchange, List<Mismatch> refusals) {
            return new Witness.OfResponse(exchange, refusals);
        }
    }

    static final class OfMessage extends Expected<Message> {
        private final MessagePart part;
        private final Once<MessagePlan> plan;

        OfMessage(MessagePart part) {
            super(ExpectedBody.of(part));
            this.part = part;
            this.plan = new Once<>(() -> PlanCompiler.message(part, SpecVersion.V4));
        }

        MessagePart part() {
            return part;
        }

        @Override
        Message example() {
            return new Message(part.contents(), part.metadata());
        }

        @Override
        int fields() {
            return part.metadata().size();
        }

        @Override
        Message corrected() {
            return new Message(BodyInclusion.sample(body()), MetadataInclusion.sample(part.metadata(), part.rules()));
        }

        @Override
        MatchResult judged(Message exchange) {
            return plan.get().match(exchange.contents(), exchange.metadata());
        }

        @Override
        Witness witness(Message exchange, List<Mismatch> refusals) {
            return new Witness.OfMessage(exchange.contents(), exchange.metadata(), refusals);
        }
    }
}
