package dev.contract.broker.api;

import dev.contract.broker.delivery.Courier;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The broker's API as a function: a request in, a response out.
 *
 * <pre>{@code
 * HttpResponse index = routes.apply(HttpRequest.of("GET", "/"));
 * }</pre>
 *
 * <p>Never throws for what a client sent; a fault of ours is answered with 500 and a reference that is in the log. Thread-safe.
 */
public final class BrokerRoutes implements Function<HttpRequest, HttpResponse> {
    /** The broker whose API this is: clients of some age look at it. */
    private static final String SPOKEN_VERSION = "2.120.0";

    private static final System.Logger LOG = System.getLogger(BrokerRoutes.class.getName());
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH");
    private static final String REFERENCE_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Store store;
    private final ApiSettings settings;
    private final RouteTable table;
    private final RouteTable pages;
    private final SecureRandom random = new SecureRandom();

    public BrokerRoutes(Store store, ApiSettings settings, Courier courier) {
        this.store = store;
        this.settings = settings;
        this.table = routes(settings, courier);
        this.pages = pages(settings);
    }

    /** The routes that there are. */
    RouteTable table() {
        return table;
    }

    private static RouteTable routes(ApiSettings settings, Courier courier) {
        RouteTable table = new RouteTable();
        IndexResource.addTo(table);
        AssetResource.addTo(table);
        SessionResource.addTo(table);
        RelationHelpResource.addTo(table);
        OperationsResource.addTo(table);
        PacticipantResource.addTo(table);
        VersionResource.addTo(table);
        BranchResource.addTo(table);
        TagResource.addTo(table);
        PactResource.addTo(table);
        PactListResource.addTo(table);
        ForVerificationResource.addTo(table);
        ProviderStateResource.addTo(table);
        PublishContractsResource.addTo(table);
        VerificationResource.addTo(table);
        EnvironmentResource.addTo(table);
        DeploymentResource.addTo(table);
        ReleaseResource.addTo(table);
        MatrixResource.addTo(table);
        PlanResource.addTo(table);
        IntegrationResource.addTo(table);
        DashboardResource.addTo(table);
        DiffResource.addTo(table);
        BadgeResource.addTo(table);
        CleanResource.addTo(table);
        if (settings.comparing()) {
            ProviderContractResource.addTo(table);
        }
        new WebhookResource(courier).addTo(table);
        new DeliveryResource(courier.schedule()).addTo(table);
        return table.sorted();
    }

    /** What browsers get in place of what programs get at the same path. */
    private static RouteTable pages(ApiSettings settings) {
        RouteTable pages = new RouteTable();
        OverviewPages.addTo(pages);
        ApplicationPages.addTo(pages);
        VersionPages.addTo(pages);
        ContractPages.addTo(pages);
        HistoryPages.addTo(pages);
        ChangesPages.addTo(pages);
        NetworkPages.addTo(pages);
        MatrixPages.addTo(pages);
        PlanPages.addTo(pages);
        if (settings.comparing()) {
            ProviderContractPages.addTo(pages);
        }
        EnvironmentPages.addTo(pages);
        WebhookPages.addTo(pages);
        WhyPages.addTo(pages);
        return pages.sorted();
    }

    /** The answer to somebody in this process, who may have everything. */
    @Override
    public HttpResponse apply(HttpRequest request) {
        return answer(request, Admission.OF_ALL);
    }

    /** The answer to a request that may have to be denied. */
    public HttpResponse answer(HttpRequest request, Admission admission) {
        Links links = new Links(BaseUrl.of(request, settings.baseUrls()));
        HttpRequest below = links.withinContext(request);
        return withStandardHeaders(withoutBodyForHead(request, answerAnySpelling(below, links, admission)));
    }

    /**
     * What is answered to a request of which only the head is there, whatever its body is; empty when it is to be read. Whoever may have what stands
     * there may still have to be denied when all of it is.
     */
    public Optional<HttpResponse> denial(HttpRequest head, Admission admission) {
        Links links = new Links(BaseUrl.of(head, settings.baseUrls()));
        HttpRequest below = links.withinContext(head);
        HttpRequest plain = TypeSuffix.taken(below).orElse(below);
        RouteTable.Candidates candidates = candidates(plain);
        return safely(plain, links, () -> denial(plain, links, admission, candidates))
                .or(() -> uncalledFor(plain, links, candidates))
                .map(BrokerRoutes::withStandardHeaders);
    }

    /** Strangers may have some things, but nobody needs to say much to get them. */
    private static Optional<HttpResponse> uncalledFor(HttpRequest head, Links links, RouteTable.Candidates candidates) {
        return candidates.demand(head.method()).takesLargeBodies(head.method())
                ? Optional.empty()
                : Optional.of(Complaint.single(413, "No body of that size is expected here.")
                        .answerTo(head, links));
    }

    /** A type may stand at the end of a path, and a name may happen to end like one. */
    private HttpResponse answerAnySpelling(HttpRequest request, Links links, Admission admission) {
        Optional<HttpRequest> typed = TypeSuffix.taken(request);
        Optional<HttpResponse> answer =
                typed.map(plain -> answer(plain, links, admission)).filter(response -> response.status() != 404);
        return answer.orElseGet(() -> answer(request, links, admission));
    }

    private HttpResponse answer(HttpRequest request, Links links, Admission admission) {
        return safely(request, links, () -> Optional.of(route(request, links, admission)))
                .orElseThrow();
    }

    private Optional<HttpResponse> safely(HttpRequest request, Links links, Supplier<Optional<HttpResponse>> work) {
        try {
            return work.get();
        } catch (Failure e) {
            return Optional.of(e.complaint().answerTo(request, links));
        } catch (Refusal e) {
            return Optional.of(Complaint.of(e).answerTo(request, links));
        } catch (StoreTrouble e) {
            return Optional.of(withoutStore(request, links, e));
        } catch (RuntimeException | Error e) { // an error, too, ends this request alone, and nobody above could tell it
            return Optional.of(fault(request, links, e));
        }
    }

    private RouteTable.Candidates candidates(HttpRequest request) {
        return table.find(Segments.split(request.path()));
    }

    /** Who may not have it does not learn whether it is there. */
    private HttpResponse route(HttpRequest request, Links links, Admission admission) {
        RouteTable.Candidates candidates = candidates(request);
        return denial(request, links, admission, candidates)
                .orElseGet(() -> permitted(request, links, candidates, admission));
    }

    private static Optional<HttpResponse> denial(
            HttpRequest request, Links links, Admission admission, RouteTable.Candidates candidates) {
        return admission
                .denial(candidates.demand(request.method()))
                .map(denial -> denied(denial, request, links, admission));
    }

    private HttpResponse permitted(
            HttpRequest request, Links links, RouteTable.Candidates candidates, Admission admission) {
        check(Segments.split(request.path()), request);
        return page(candidates, request)
                .map(page -> call(request, page, links.local(), admission))
                .orElseGet(() -> route(request, links, candidates, admission));
    }

    /** What stands for the route that was found, and for which rights were asked: a path may have another reading among the pages alone. */
    private Optional<RouteTable.Found> page(RouteTable.Candidates candidates, HttpRequest request) {
        return Browsing.looks(request)
                ? candidates.method(request.method()).flatMap(pages::standingFor)
                : Optional.empty();
    }

    /** A browser would ask for a name and a password by itself, and send them for ever: it gets a form. */
    private static HttpResponse denied(Admission.Denial denial, HttpRequest request, Links links, Admission admission) {
        Optional<Visitor> visitor = admission.visitor();
        if (denial.status() == 401 && Browsing.looks(request) && visitor.isPresent()) {
            return SessionResource.inPlaceOf(request, links, visitor.get());
        }
        HttpResponse answer = Complaint.single(denial.status(), denial.text()).answerTo(request, links);
        Headers.Builder headers = Headers.builder();
        answer.headers().forEach(headers::addAll);
        denial.headers().forEach(headers::addAll);
        return answer.withHeaders(headers.build());
    }

    private HttpResponse route(
            HttpRequest request, Links links, RouteTable.Candidates candidates, Admission admission) {
        if (candidates.found().isEmpty()) {
            throw Failure.unknown("There is nothing at " + request.path() + ".");
        }
        if (request.method().equals("OPTIONS")) {
            return Answers.ok(JsonObject.EMPTY)
                    .withHeader("Allow", candidates.allowed())
                    .withHeader("Access-Control-Allow-Methods", candidates.allowed());
        }
        return candidates
                .method(request.method())
                .map(found -> call(request, found, links, admission))
                .orElseGet(() -> Complaint.single(
                                405,
                                request.method() + " is not possible here; possible are " + candidates.allowed() + ".")
                        .answerTo(request, links)
                        .withHeader("Allow", candidates.allowed()));
    }

    private static void check(List<String> segments, HttpRequest request) {
        if (segments.contains("")) {
            throw Failure.unknown("The path " + request.path() + " has an empty segment.");
        }
        if (segments.stream().anyMatch(segment -> segment.chars().anyMatch(Character::isISOControl))) {
            throw new Failure(Complaint.of(
                    Refusal.forbiddenChange("path", "has a line end, a tab or another control character")));
        }
    }

    private HttpResponse call(HttpRequest request, RouteTable.Found found, Links links, Admission admission) {
        checkContentType(request, found.route().demand());
        Routed routed = new Routed(
                request,
                found.values(),
                links,
                settings,
                admission,
                settings.clock().instant());
        return found.route().work().answer(routed, store);
    }

    private static void checkContentType(HttpRequest request, Demand demand) {
        if (demand == Demand.SESSION) {
            if (!Form.isForm(request)) {
                throw Failure.of(415, "The body is no form; application/x-www-form-urlencoded is needed.");
            }
        } else if (WRITING.contains(request.method()) && request.body().isPresent()) {
            String type = request.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            if (!type.contains("json")) {
                throw Failure.of(415, "The body is of type \"" + type + "\", where application/json is needed.");
            }
        }
    }

    private static HttpResponse withoutStore(HttpRequest request, Links links, StoreTrouble e) {
        LOG.log(
                System.Logger.Level.WARNING,
                () -> request.method() + " " + request.path() + ": " + Objects.requireNonNullElse(e.getCause(), e));
        return switch (e.kind()) {
            case FULL ->
                Complaint.single(
                                507,
                                "The database has no room left. What it has can be read; nothing can be added until its disk has room.")
                        .answerTo(request, links);
            case AWAY ->
                Complaint.single(503, "The database cannot be reached. Nothing was changed; ask again in a moment.")
                        .answerTo(request, links)
                        .withHeader("Retry-After", "2");
            case UNSURE ->
                Complaint.single(
                                503,
                                "The database went away before it said whether it kept this. It is not known whether anything was"
                                        + " changed; look, or ask again in a moment.")
                        .answerTo(request, links); // whoever repeats by himself what was done would do it twice
            case BUSY ->
                Complaint.single(
                                503,
                                "Others hold the database for too long. Nothing was changed; ask again in a moment."
                                        + " If it stays so, end the other process that has its file open.")
                        .answerTo(request, links)
                        .withHeader("Retry-After", "2");
            case LOCKED ->
                Complaint.single(
                                500,
                                "What a webhook sends is encrypted, and this broker has not the key for it. Start it with the key"
                                        + " (CONTRACT_BROKER_SECRET_KEY), or write the webhook anew.")
                        .answerTo(request, links);
            case DAMAGED ->
                Complaint.single(500, "What is kept cannot be used as it lies there: " + e.getMessage())
                        .answerTo(request, links);
        };
    }

    private HttpResponse fault(HttpRequest request, Links links, Throwable e) {
        String reference = reference();
        LOG.log(System.Logger.Level.ERROR, () -> reference + " " + request.method() + " " + request.path(), e);
        return Complaint.fault(request, links, reference);
    }

    private String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            reference.append(REFERENCE_LETTERS.charAt(random.nextInt(REFERENCE_LETTERS.length())));
        }
        return reference.toString();
    }

    private static HttpResponse withoutBodyForHead(HttpRequest request, HttpResponse response) {
        return request.method().equals("HEAD") ? response.withBody(Body.MISSING) : response;
    }

    /** An answer with what every answer of a broker has, also one that is given before any route is looked for. */
    public static HttpResponse withStandardHeaders(HttpResponse response) {
        HttpResponse identified = response.withHeader("X-Pact-Broker-Version", SPOKEN_VERSION)
                .withHeader("X-Contract-Broker-Version", OwnVersion.TEXT)
                .withHeader("Vary", "Accept");
        return identified.headers().first("Cache-Control").isPresent()
                ? identified
                : identified.withHeader("Cache-Control", "no-cache");
    }
}
