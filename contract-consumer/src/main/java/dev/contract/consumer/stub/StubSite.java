package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What a server serves: expectations, and below paths of their own other expectations, or functions that answer without being judged.
 *
 * <pre>{@code
 * StubSite site = StubSite.of(users).with("/mails", mails).with("/__contract", control::answer);
 * StubServer.start(site, StubSettings.DEFAULT);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class StubSite {
    private final Expectations root;
    private final List<Mount> mounts;

    /** Who answers below a path. */
    private record Mount(String prefix, Desk desk) {
        boolean covers(String path) {
            return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }

    private interface Desk {
        Reply answer(HttpRequest request, String baseUrl);
    }

    private StubSite(Expectations root, List<Mount> mounts) {
        this.root = root;
        this.mounts = mounts;
    }

    /** Everything is answered by these. */
    public static StubSite of(Expectations root) {
        return new StubSite(root, List.of());
    }

    /**
     * Has requests below a path answered by other expectations, which see the rest of the path.
     *
     * @param prefix begins with a slash and ends with none
     */
    public StubSite with(String prefix, Expectations others) {
        return with(new Mount(prefix, (request, baseUrl) -> others.answer(below(prefix, request), baseUrl + prefix)));
    }

    private static HttpRequest below(String prefix, HttpRequest request) {
        String rest = request.path().substring(prefix.length());
        return request.withPath(rest.isEmpty() ? "/" : rest);
    }

    /**
     * Has requests below a path answered by a function, on a thread that may wait.
     *
     * @param prefix begins with a slash and ends with none
     */
    public StubSite with(String prefix, Function<HttpRequest, HttpResponse> function) {
        return with(new Mount(prefix, (request, baseUrl) -> new Computed(() -> Answer.of(function.apply(request)))));
    }

    private StubSite with(Mount mount) {
        List<Mount> all = new ArrayList<>(mounts);
        all.add(mount);
        all.sort(Comparator.comparingInt((Mount each) -> each.prefix().length()).reversed());
        return new StubSite(root, List.copyOf(all));
    }

    Reply answer(HttpRequest request, String baseUrl) {
        for (Mount mount : mounts) {
            if (mount.covers(request.path())) {
                return mount.desk().answer(request, baseUrl);
            }
        }
        return root.answer(request, baseUrl);
    }

    /** The refusal of a request that could not be read to its end, written down. */
    Answer unreadable(HttpRequest request, Answer refusal) {
        return root.unreadable(request, refusal);
    }
}
