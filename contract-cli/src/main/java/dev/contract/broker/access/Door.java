package dev.contract.broker.access;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.api.BrokerRoutes;
import dev.contract.broker.domain.Store;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;

/**
 * The way into a broker for everybody outside of its process: it finds out who asks, lets the routes answer what that one may have, and
 * writes down who changed what.
 *
 * <pre>{@code
 * HttpResponse answer = door.answer(request, "10.0.0.7");
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Door {
    private final BrokerRoutes routes;
    private final Visit.House house;

    public Door(BrokerRoutes routes, Store store, ApiSettings api, AccessSettings settings) {
        this.routes = routes;
        BrowserSessions sessions = new BrowserSessions(settings, store, api.clock());
        this.house = new Visit.House(
                new Register(settings, sessions, store, api.clock()),
                sessions,
                FailedLogIns.ofForm(api.clock()),
                FailedLogIns.ofRequests(api.clock()),
                settings,
                new Browsers(api.baseUrls(), settings.origins()),
                api.baseUrls());
    }

    /** Whether nobody but this machine may be let in: there is neither an account nor a token, and nobody said that all may come. */
    public boolean isForThisMachine() {
        return isOpen() && !house.settings().insecureOpen();
    }

    /** Whether there is neither an account nor a token, so that everybody who gets here may do everything. */
    public boolean isOpen() {
        return house.register().isEmpty();
    }

    /**
     * Answers a request of whomever.
     *
     * @param from the address of who sent it, for the log
     */
    public HttpResponse answer(HttpRequest request, String from) {
        Browsers browsers = house.browsers();
        if (browsers.isPreflight(request)) {
            return browsers.readable(request, Browsers.preflightAnswer());
        }
        Visit visit = Visit.of(request, from, house);
        HttpResponse answer =
                visit.remembered(routes.answer(request, visit)).withHeader("X-Content-Type-Options", "nosniff");
        visit.log(answer);
        return browsers.readable(request, answer);
    }
}
