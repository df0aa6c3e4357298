package dev.contract.compare.inclusion;

import dev.contract.compare.inclusion.Expected.Message;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of whole requests, responses and messages, part by part. What a part doubts becomes whole exchanges: the example of the
 * inner expectation with that part changed. One comparison.
 *
 * @param <T> the exchange
 */
final class Comparison<T> {
    private final Expected<T> inner;
    private final List<Doubt<T>> doubts = new ArrayList<>();

    private Comparison(Expected<T> inner) {
        this.inner = inner;
    }

    private <P> void add(Kind part, Difference<P> found, BiFunction<T, P, T> with) {
        Stream<T> candidates = found.candidates().stream().map(changed -> with.apply(inner.sample(), changed));
        doubts.add(new Doubt<>(part, found.path(), found.inner(), found.outer(), found.reason(), candidates));
    }

    private <P> void addAll(Kind part, List<Difference<P>> found, BiFunction<T, P, T> with) {
        found.forEach(each -> add(part, each, with));
    }

    static List<Doubt<HttpRequest>> requests(Expected.OfRequest inner, Expected.OfRequest outer) {
        HttpRequest one = inner.example();
        HttpRequest other = outer.example();
        MatchingRules own = inner.part().rules();
        MatchingRules others = outer.part().rules();
        Comparison<HttpRequest> comparison = new Comparison<>(inner);
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
                QueryInclusion.differences(one.query(), own, inner.version(), other.query(), others, outer.version()),
                HttpRequest::withQuery);
        comparison.addAll(
                Kind.HEADER,
                HeaderInclusion.differences(one.headers(), own, other.headers(), others),
                HttpRequest::withHeaders);
        comparison.addAll(Kind.BODY, BodyInclusion.differences(inner.body(), outer.body()), HttpRequest::withBody);
        return comparison.doubts;
    }

    static List<Doubt<HttpResponse>> responses(Expected.OfResponse inner, Expected.OfResponse outer) {
        HttpResponse one = inner.example();
        HttpResponse other = outer.example();
        MatchingRules own = inner.part().rules();
        MatchingRules others = outer.part().rules();
        Comparison<HttpResponse> comparison = new Comparison<>(inner);
        StatusInclusion.difference(
                        one.status(), group(own, Category.STATUS), other.status(), group(others, Category.STATUS))
                .ifPresent(found -> comparison.add(Kind.STATUS, found, HttpResponse::withStatus));
        comparison.addAll(
                Kind.HEADER,
                HeaderInclusion.differences(one.headers(), own, other.headers(), others),
                HttpResponse::withHeaders);
        comparison.addAll(Kind.BODY, BodyInclusion.differences(inner.body(), outer.body()), HttpResponse::withBody);
        return comparison.doubts;
    }

    static List<Doubt<Message>> messages(Expected.OfMessage inner, Expected.OfMessage outer) {
        MessagePart one = inner.part();
        MessagePart other = outer.part();
        Comparison<Message> comparison = new Comparison<>(inner);
        comparison.addAll(
                Kind.METADATA,
                MetadataInclusion.differences(one.metadata(), one.rules(), other.metadata(), other.rules()),
                (message, metadata) -> new Message(message.contents(), metadata));
        comparison.addAll(
                Kind.BODY,
                BodyInclusion.differences(inner.body(), outer.body()),
                (message, body) -> new Message(body, message.metadata()));
        return comparison.doubts;
    }

    private static @Nullable RuleGroup group(MatchingRules rules, Category category) {
        return rules.single(category).orElse(null);
    }
}
