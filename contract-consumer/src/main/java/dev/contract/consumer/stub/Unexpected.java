package dev.contract.consumer.stub;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.report.Finding;
import dev.contract.core.report.MismatchReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that no interaction expected, beside the interaction that is nearest to it.
 *
 * <p>Immutable.
 */
public final class Unexpected {
    private final HttpRequest request;
    private final @Nullable HttpInteraction nearest;
    private final MatchResult result;
    private final @Nullable String whyClosed;
    private final Belonging belonging;
    private final @Nullable HttpInteraction declaredLater;

    /**
     * Whose request it is.
     *
     * @param scope the one that it belongs to, or why it belongs to none; null where nobody opens scopes
     * @param isStray whether it belongs to none of those that are open
     */
    private record Belonging(@Nullable String scope, boolean isStray) {
        static final Belonging NONE = new Belonging(null, false);
    }

    Unexpected(HttpRequest request, @Nullable HttpInteraction nearest, MatchResult result, @Nullable String whyClosed) {
        this(request, nearest, result, whyClosed, Belonging.NONE, null);
    }

    private Unexpected(
            HttpRequest request,
            @Nullable HttpInteraction nearest,
            MatchResult result,
            @Nullable String whyClosed,
            Belonging belonging,
            @Nullable HttpInteraction declaredLater) {
        this.request = request;
        this.nearest = nearest;
        this.result = result;
        this.whyClosed = whyClosed;
        this.belonging = belonging;
        this.declaredLater = declaredLater;
    }

    /** The same, with the scope that the request belongs to. */
    Unexpected in(String scope) {
        return of(new Belonging(scope, false));
    }

    /**
     * The same, as a request of no scope.
     *
     * @param whyNobody null where nobody opens scopes
     */
    Unexpected outside(@Nullable String whyNobody) {
        return of(new Belonging(whyNobody, whyNobody != null));
    }

    private Unexpected of(Belonging other) {
        return new Unexpected(request, nearest, result, whyClosed, other, declaredLater);
    }

    /** The same, with the interaction that would answer it now. */
    Unexpected before(HttpInteraction declared) {
        return new Unexpected(request, nearest, result, whyClosed, belonging, declared);
    }

    /** The scope that the request belongs to, or why it belongs to none; null where nobody opens scopes. */
    @Nullable
    String scope() {
        return belonging.scope();
    }

    /** Whether scopes are open, and it belongs to none of them. */
    boolean isStray() {
        return belonging.isStray();
    }

    /** The interaction that expects it, but was declared only after it had come. */
    Optional<HttpInteraction> declaredLater() {
        return Optional.ofNullable(declaredLater);
    }

    /** A request that resembles nothing, because there is nothing or because it could not be read. */
    static Unexpected alone(HttpRequest request) {
        return new Unexpected(request, null, MatchResult.MATCH, null);
    }

    public HttpRequest request() {
        return request;
    }

    /** The interaction that the request probably meant; empty when there is none at all. */
    public Optional<HttpInteraction> nearest() {
        return Optional.ofNullable(nearest);
    }

    /** How the request differs from the nearest interaction, in the order of the request; none when there is no interaction at all. */
    public List<Mismatch> mismatches() {
        return result.mismatches();
    }

    /** Why the nearest interaction would not answer whatever the request is; null when only the request differs. */
    @Nullable
    String whyClosed() {
        return whyClosed;
    }

    /** The same in words, without secrets. */
    MismatchReport report() {
        return fullReport().with(Finding::masked);
    }

    /** Whether the words leave out what looks like a secret. */
    boolean isMasked() {
        return !report().findings().equals(fullReport().findings());
    }

    private MismatchReport fullReport() {
        Body expected =
                nearest == null ? Body.MISSING : nearest.request().example().body();
        return MismatchReport.of(result, expected, request.body());
    }
}
