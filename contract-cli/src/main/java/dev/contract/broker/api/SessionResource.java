package dev.contract.broker.api;

import dev.contract.broker.page.Frame;
import dev.contract.broker.page.LoginPage;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;

/** Where people log in and out. There is nothing here where nobody can. */
final class SessionResource {
    private static final String LOGIN = "/login";

    /** As long as attempts that failed are counted. */
    private static final String LATER_SECONDS = "300";

    private SessionResource() {}

    static void addTo(RouteTable table) {
        table.look(LOGIN, (request, store) -> form(request)).demanding(Demand.ASSET);
        table.run(LOGIN, (request, store) -> logIn(request)).demanding(Demand.SESSION);
        table.run("/logout", (request, store) -> logOut(request)).demanding(Demand.SESSION);
    }

    private static Visitor visitor(Routed request) {
        return request.visitor()
                .orElseThrow(() -> Failure.unknown(
                        "There is nothing at " + request.request().path() + "."));
    }

    private static HttpResponse form(Routed request) {
        Visitor visitor = visitor(request);
        String back = new Form(request.request().query()).value("back");
        return page(
                200,
                request.links(),
                visitor,
                new LoginPage.Entry("", LocalPath.parse(back).text(), ""));
    }

    /** In place of a page that somebody may not see who has not said who it is. */
    static HttpResponse inPlaceOf(HttpRequest request, Links links, Visitor visitor) {
        return page(
                401,
                links.local(),
                visitor,
                new LoginPage.Entry("", LocalPath.of(request).text(), ""));
    }

    private static HttpResponse page(int status, Links links, Visitor visitor, LoginPage.Entry entry) {
        Frame frame = new Frame("Log in", links.local().base(), null);
        return Answers.page(status, new LoginPage(frame, visitor.formToken(), entry))
                .withHeader("Cache-Control", "no-store");
    }

    private static HttpResponse logIn(Routed request) {
        Visitor visitor = visitor(request);
        Form form = Form.of(request.request());
        String name = form.value("user").strip();
        LocalPath back = LocalPath.parse(form.value("back"));
        return switch (visitor.logIn(name, form.value("password"))) {
            case DONE -> to(request, back.text());
            case REFUSED ->
                page(
                        401,
                        request.links(),
                        visitor,
                        new LoginPage.Entry(name, back.text(), "The user or the password is wrong."));
            case TOO_OFTEN ->
                page(
                                429,
                                request.links(),
                                visitor,
                                new LoginPage.Entry(
                                        name, back.text(), "Too many attempts failed; try again in five minutes."))
                        .withHeader("Retry-After", LATER_SECONDS);
        };
    }

    private static HttpResponse logOut(Routed request) {
        visitor(request).logOut();
        return to(request, LOGIN);
    }

    private static HttpResponse to(Routed request, String path) {
        return HttpResponse.of(303)
                .withHeader("Location", request.links().local().base() + path)
                .withHeader("Cache-Control", "no-store");
    }
}
