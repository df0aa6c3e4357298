package dev.contract.cli.record;

import dev.contract.consumer.stub.StubScope;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.secret.Secrets;
import dev.contract.draft.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server that passes requests on, and keeps them with their responses.
 *
 * <pre>{@code
 * try (Recording recording = Recording.start(settings)) {
 *     …                                          // clients speak to recording.url()
 *     List<Sample> samples = recording.samples();
 * }
 * }</pre>
 *
 * <p>Whoever is not reached by the service gets 502 and the reason. Thread-safe.
 */
public final class Recording implements AutoCloseable {
    private static final String CODE = "CONTRACT-RECORD";
    private static final int MOST_FAILURES = 20;

    private final RecordingSettings settings;
    private final Target target;
    private final StubScope stub;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Problem> failures = new ArrayList<>();
    private final Map<Asked, HttpResponse> known = new ConcurrentHashMap<>();
    private long bytes;
    private boolean full;
    private long passedOn;
    private long answeredAt = System.nanoTime();

    /** What makes two requests the same. */
    private record Asked(String method, String path, String query, Body body) {
        static Asked of(HttpRequest request) {
            return new Asked(request.method(), request.path(), request.query().encoded(), request.body());
        }
    }

    private Recording(RecordingSettings settings) {
        StubSettings served = StubSettings.DEFAULT.withPort(settings.port()).withJournal(0, 0);
        this.settings = settings;
        this.target = new Target(settings, served.longestBody());
        this.stub = StubScope.open(served);
    }

    /**
     * Starts to listen.
     *
     * @throws ContractException if the service's address is no URL of HTTP, or the port is taken
     */
    public static Recording start(RecordingSettings settings) {
        Recording recording = new Recording(settings);
        recording.stub.expectations().passUnmatchedTo(recording::answer);
        String unused = recording.stub.url(); // starts the server
        return recording;
    }

    /** Where clients reach it, without a slash at the end. */
    public String url() {
        return stub.url();
    }

    /** What was recorded so far. */
    public synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** What could not be recorded so far. */
    public synchronized List<Problem> problems() {
        return List.copyOf(failures);
    }

    /** How many requests were passed on, also those that nobody answered. */
    public synchronized long passedOn() {
        return passedOn;
    }

    /** Whether the latest answer is so old that its client has it. */
    public synchronized boolean isQuietFor(Duration time) {
        return System.nanoTime() - answeredAt >= time.toNanos();
    }

    private HttpResponse answer(HttpRequest request) {
        Asked asked = Asked.of(request);
        HttpResponse before = settings.once() ? known.get(asked) : null;
        if (before != null) {
            return before;
        }
        HttpResponse answer = ask(asked, request);
        count();
        return answer;
    }

    private HttpResponse ask(Asked asked, HttpRequest request) {
        try {
            HttpResponse response = target.answer(request);
            keep(asked, request, response);
            return forClient(response);
        } catch (IOException | IllegalArgumentException e) {
            return failed(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(request, e);
        }
    }

    private synchronized void count() {
        passedOn++;
        answeredAt = System.nanoTime();
    }

    private synchronized void keep(Asked asked, HttpRequest request, HttpResponse response) {
        bytes += request.body().bytes().length + response.body().bytes().length;
        if (samples.size() >= settings.mostRequests() || bytes > settings.mostBytes()) {
            tellFull();
            return;
        }
        samples.add(new Sample(request, response));
        if (settings.once()) {
            known.put(asked, forClient(response));
        }
    }

    private void tellFull() {
        if (!full) {
            full = true;
            failures.add(Problem.warning(CODE, "not everything was kept")
                    .found("more than " + settings.mostRequests() + " requests, or more than " + settings.mostBytes()
                            + " bytes of bodies")
                    .mend("record less at a time; 50 of a kind are enough"));
        }
    }

    /** Who is sent elsewhere is sent here, for otherwise the rest would not be seen. */
    private HttpResponse forClient(HttpResponse response) {
        return response.headers()
                .first("Location")
                .filter(this::isThere)
                .map(location -> response.withHeader(
                        "Location", url() + location.substring(target.base().length())))
                .orElse(response);
    }

    /** Not at a port of which the service's is the beginning. */
    private boolean isThere(String location) {
        String base = target.base();
        return location.startsWith(base) && location.substring(base.length()).matches("(?s)([/?#].*)?");
    }

    private synchronized HttpResponse failed(HttpRequest request, Exception reason) {
        String found = request.method() + " " + Secrets.url(request.path()) + ": " + reason;
        if (failures.size() < MOST_FAILURES) {
            failures.add(Problem.warning(CODE, "a request could not be passed on")
                    .at(Secrets.url(target.base()))
                    .found(found)
                    .mend("see that the service runs there, and may be reached"));
        }
        return HttpResponse.of(502)
                .withHeader("Content-Type", "text/plain; charset=utf-8")
                .withBody(Body.text(found + "\n", null));
    }

    @Override
    public void close() {
        stub.close();
    }
}
