package dev.contract.compare.inclusion;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of whole requests, responses and messages, part by part. What a part doubts becomes whole exchanges: the example of the
 * inner expectation with that part changed. One comparison.
 *
 * @param <T> the exchange
 */
final class Comparison<T> {
    private final Supplier<T> sample;
    private final List<Doubt<T>> doubts = new ArrayList<>();

    /** @param sample an exchange that the inner expectation is likely to accept */
    private Comparison(Supplier<T> sample) {
        this.sample = new Once<>(sample);
    }

    private <P> void add(Kind part, Difference<P> found, BiFunction<T, P, T> with) {
        Stream<T> candidates = found.candidates().stream().map(changed -> with.apply(sample.get(), changed));
        doubts.add(new Doubt<>(part, found.path(), found.inner(), found.outer(), found.reason(), sample, candidates));
    }

    private <P> void addAll(Kind part, List<Difference<P>> found, BiFunction<T, P, T> with) {
        found.forEach(each -> add(part, each, with));
    }

    static List<Doubt<HttpRequest>> requests(
            RequestPart inner,
            SpecVersion innerVersion,
            RequestPart outer,
            SpecVersion outerVersion,
            Trial<HttpRequest> trial) {
        HttpRequest one = inner.example();
        HttpRequest other = outer.example();
        MatchingRules own = inner.rules();
        MatchingRules others = outer.rules();
        Comparison<HttpRequest> comparison = new Comparison<>(() -> trial.isAccepted(one) ? one : sample(inner));
        if (!one.method().equals(other.method())) {
            comparison.add(
                    Kind.METHOD,
                    new Difference<>("", one.method(), other.method(), "no request shows it", List.of(one.method())),
                    (request, method) -> request);
        }
        PathInclusion.difference(one.path(), group(own, Category.PATH), other.path(), group(others, Category.PATH))
                .ifPresent(found -> comparison.add(Kind.PATH, found, HttpRequest::withPath));
        comparison.addAll(
                Kind.QUERY,
                QueryInclusion.differences(one.query(), own, innerVersion, other.query(), others, outerVersion),
                HttpRequest::withQuery);
        comparison.addAll(
                Kind.HEADER,
                HeaderInclusion.differences(one.headers(), own, other.headers(), others),
                HttpRequest::withHeaders);
        comparison.addAll(Kind.BODY, BodyInclusion.differences(body(inner), body(outer)), HttpRequest::withBody);
        return comparison.doubts;
    }

    static List<Doubt<HttpResponse>> responses(ResponsePart inner, ResponsePart outer, Trial<HttpResponse> trial) {
        HttpResponse one = inner.example();
        HttpResponse other = outer.example();
        MatchingRules own = inner.rules();
        MatchingRules others = outer.rules();
        Comparison<HttpResponse> comparison = new Comparison<>(() -> trial.isAccepted(one) ? one : sample(inner));
        StatusInclusion.difference(
                        one.status(), group(own, Category.STATUS), other.status(), group(others, Category.STATUS))
                .ifPresent(found -> comparison.add(Kind.STATUS, found, HttpResponse::withStatus));
        comparison.addAll(
                Kind.HEADER,
                HeaderInclusion.differences(one.headers(), own, other.headers(), others),
                HttpResponse::withHeaders);
        comparison.addAll(Kind.BODY, BodyInclusion.differences(body(inner), body(outer)), HttpResponse::withBody);
        return comparison.doubts;
    }

    static List<Doubt<Trial.Message>> messages(MessagePart inner, MessagePart outer, Trial<Trial.Message> trial) {
        Trial.Message one = new Trial.Message(inner.contents(), inner.metadata());
        Comparison<Trial.Message> comparison = new Comparison<>(() -> trial.isAccepted(one) ? one : sample(inner));
        comparison.addAll(
                Kind.METADATA,
                MetadataInclusion.differences(inner.metadata(), inner.rules(), outer.metadata(), outer.rules()),
                (message, metadata) -> new Trial.Message(message.contents(), metadata));
        comparison.addAll(
                Kind.BODY,
                BodyInclusion.differences(body(inner), body(outer)),
                (message, body) -> new Trial.Message(body, message.metadata()));
        return comparison.doubts;
    }

    private static HttpRequest sample(RequestPart part) {
        HttpRequest example = part.example();
        Query query = QueryInclusion.sample(example.query(), part.rules());
        Headers headers = HeaderInclusion.sample(example.headers(), part.rules());
        String path = PathInclusion.sample(example.path(), group(part.rules(), Category.PATH));
        return new HttpRequest(example.method(), path, query, headers, BodyInclusion.sample(body(part)));
    }

    private static HttpResponse sample(ResponsePart part) {
        HttpResponse example = part.example();
        Headers headers = HeaderInclusion.sample(example.headers(), part.rules());
        int status = StatusInclusion.sample(example.status(), group(part.rules(), Category.STATUS));
        return new HttpResponse(status, headers, BodyInclusion.sample(body(part)));
    }

    private static Trial.Message sample(MessagePart part) {
        JsonObject metadata = MetadataInclusion.sample(part.metadata(), part.rules());
        return new Trial.Message(BodyInclusion.sample(body(part)), metadata);
    }

    private static @Nullable RuleGroup group(MatchingRules rules, Category category) {
        return rules.single(category).orElse(null);
    }

    private static ExpectedBody body(RequestPart part) {
        return body(part.example().body(), part.example().headers(), part.rules(), Presence.NONE, true);
    }

    private static ExpectedBody body(ResponsePart part) {
        return body(part.example().body(), part.example().headers(), part.rules(), part.presence(), false);
    }

    private static ExpectedBody body(
            Body body, Headers headers, MatchingRules rules, Presence presence, boolean strict) {
        ContentType declared = headers.contentType().or(body::contentType).orElse(null);
        Map<String, RuleGroup> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(rules.of(Category.HEADER));
        return new ExpectedBody(body, declared, byName.get("Content-Type"), rules.of(Category.BODY), presence, strict);
    }

    private static ExpectedBody body(MessagePart part) {
        Optional<ContentType> declared =
                part.contents().contentType().or(() -> MessagePart.contentType(part.metadata()));
        return new ExpectedBody(
                part.contents(), declared.orElse(null), null, part.rules().of(Category.BODY), part.presence(), false);
    }
}
