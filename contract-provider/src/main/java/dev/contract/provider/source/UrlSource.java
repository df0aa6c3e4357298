package dev.contract.provider.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.target.ExchangeException;
import dev.contract.provider.target.ExchangeLimits;
import dev.contract.provider.target.HttpTarget;
import dev.contract.provider.target.HttpUrl;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One contract behind a URL: {@code url("https://example.com/orders-users.json").bearer(token)}.
 *
 * <p>Headers go to the host of the URL only, not to where it redirects. Neither they nor values of the query are shown anywhere.
 * Immutable.
 */
public final class UrlSource implements ContractSource {
    private static final int MOST_REDIRECTS = 5;
    private static final Pattern USER = Pattern.compile("^\\w+://([^/?#@]*)@");

    private final HttpUrl url;
    private final Headers headers;

    private UrlSource(HttpUrl url, Headers headers) {
        this.url = url;
        this.headers = headers;
    }

    static UrlSource of(String url, Headers headers) {
        UrlSource source = new UrlSource(HttpUrl.parse(url), headers);
        Matcher user = USER.matcher(url);
        return user.find() ? source.authorized("Basic", decoded(user.group(1))) : source;
    }

    private static String decoded(String user) {
        String plain = URLDecoder.decode(user.replace("+", "%2B"), UTF_8);
        return base64(plain.contains(":") ? plain : plain + ":");
    }

    /** Asks with a user name and a password. */
    public UrlSource basic(String username, String password) {
        return authorized("Basic", base64(username + ":" + password));
    }

    /** Asks with a token. */
    public UrlSource bearer(String token) {
        return authorized("Bearer", token);
    }

    /** Asks with one header more. */
    public UrlSource header(String name, String value) {
        return new UrlSource(url, headers.with(name, value));
    }

    private UrlSource authorized(String scheme, String credentials) {
        return header("Authorization", scheme + " " + credentials);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Override
    public String name() {
        return "URL " + shown();
    }

    /** What stands in a query is often a key or a signature. */
    private String shown() {
        return url.origin() + url.path() + (url.query().isEmpty() ? "" : "?…");
    }

    @Override
    public String toString() {
        return name();
    }

    @Override
    public LoadedContracts load(String provider) {
        try {
            return load(url, 0);
        } catch (ExchangeException e) {
            return FileSource.failed(problem(e.sentence()));
        } catch (ContractException e) {
            return FileSource.failed(problem(e.problems().get(0).what()));
        }
    }

    private LoadedContracts load(HttpUrl from, int redirects) throws ExchangeException {
        HttpResponse response = get(from);
        Optional<String> location = response.headers().first("Location");
        if (response.status() / 100 == 3 && location.isPresent()) {
            return redirects == MOST_REDIRECTS
                    ? FileSource.failed(problem("more than " + MOST_REDIRECTS + " redirects"))
                    : load(from.resolve(location.get()), redirects + 1);
        }
        if (response.status() != 200) {
            return FileSource.failed(refused(response.status()));
        }
        return FileSource.contracts(shown(), url.toString(), response.body().bytes());
    }

    private HttpResponse get(HttpUrl from) throws ExchangeException {
        Headers own = from.origin().equals(url.origin()) ? headers : Headers.EMPTY;
        try (HttpTarget target = HttpTarget.at(from.origin(), ExchangeLimits.DEFAULT)) {
            return target.send(new HttpRequest("GET", from.path(), from.query(), accepting(own), Body.MISSING));
        }
    }

    private static Headers accepting(Headers headers) {
        return headers.has("Accept")
                ? headers
                : headers.with("Accept", "application/hal+json, application/json, */*;q=0.1");
    }

    private Problem refused(int status) {
        Problem problem = problem("status " + status);
        if (status == 404) {
            return problem.mend("check the URL; of a broker, contract get-pacts lists those of its contracts");
        }
        if (status != 401 && status != 403) {
            return problem;
        }
        return problem.mend(
                headers.isEmpty()
                        ? "say who asks: .basic(…), .bearer(…) or .header(…); --user and --password, --token or"
                                + " --source-header on the command line"
                        : "check the user name and password, token or header: those that were sent are not accepted");
    }

    private Problem problem(String found) {
        return Problem.error("CONTRACT-URL", "the contract cannot be fetched")
                .at(shown())
                .found(found);
    }
}
