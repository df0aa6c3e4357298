package dev.contract.broker.access;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.api.BrokerRoutes;
import dev.contract.broker.domain.Store;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.util.Optional;

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
     * What is answered to whoever may not have what the head of a request asks for, before its body is read: strangers are not to make a broker
     * keep bodies. Empty when all of it is to be read and {@link #answer} asked. The head alone does not show that it comes from one of our forms,
     * unless its token is a header; so this is not to be asked about requests as small as forms are.
     *
     * @param head a request without its body
     * @param from the address at the other end of the connection, which may be that of a proxy
     */
    public Optional<HttpResponse> denial(HttpRequest head, String from) {
        Visit visit = visit(head, from);
        return routes.denial(head, visit).map(answer -> finished(visit, head, answer));
    }

    private Visit visit(HttpRequest request, String from) {
        return Visit.of(request, house.settings().proxies().client(request, from), house);
    }

    /**
     * Answers a request of whomever.
     *
     * @param from the address at the other end of the connection, which may be that of a proxy
     */
    public HttpResponse answer(HttpRequest request, String from) {
        Browsers browsers = house.browsers();
        if (browsers.isPreflight(request)) {
            return browsers.readable(request, Browsers.preflightAnswer());
        }
        Visit visit = visit(request, from);
        return finished(visit, request, routes.answer(request, visit));
    }

    private HttpResponse finished(Visit visit, HttpRequest request, HttpResponse found) {
        HttpResponse answer = visit.remembered(found).withHeader("X-Content-Type-Options", "nosniff");
        visit.log(answer);
        return house.browsers().readable(request, answer);
    }
}
