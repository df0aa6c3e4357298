package dev.contract.provider.source;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One contract behind a URL. */
record UrlSource(HttpUrl url, Headers headers) implements ContractSource {
    private static final int MOST_REDIRECTS = 5;

    static UrlSource of(String url, Headers headers) {
        return new UrlSource(HttpUrl.parse(url), headers);
    }

    @Override
    public String name() {
        return "URL " + url;
    }

    @Override
    public LoadedContracts load(String provider) {
        try {
            return load(url, 0);
        } catch (ExchangeException e) {
            return FileSource.failed(problem(e.getMessage()));
        } catch (ContractException e) {
            return new LoadedContracts(List.of(), e.problems());
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
            return FileSource.failed(problem("status " + response.status()));
        }
        return FileSource.contracts(url.toString(), response.body().bytes());
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

    private Problem problem(@Nullable String found) {
        return Problem.error("CONTRACT-URL", "the contract cannot be fetched")
                .at(url.toString())
                .found(found == null ? "no reason was given" : found);
    }
}
