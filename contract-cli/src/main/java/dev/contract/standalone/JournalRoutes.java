package dev.contract.standalone;

import dev.contract.consumer.journal.Exchange;
import dev.contract.consumer.journal.Journal;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls of the control API about what came. */
final class JournalRoutes {
    /** A stub has few threads that may wait, and needs some for its answers. */
    private static final int MOST_WAITING = 8;

    private static final int LONGEST_PATIENCE = 30_000;
    private static final int MOST_SHOWN = 1_000;
    private static final int SHOWN = 100;

    private final StandaloneStub stub;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    JournalRoutes(StandaloneStub stub) {
        this.stub = stub;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/journal", this::list),
                new Route("GET", "/journal/last", this::last),
                new Route("GET", "/journal/count", this::count),
                new Route("DELETE", "/journal", this::clear));
    }

    private Journal journal(Call call) {
        return stub.with(shelf -> {
            Journal all = Subject.of(call, shelf).expectations().journal();
            Optional<String> id = call.query("interaction");
            Journal journal = id.isEmpty()
                    ? all
                    : all.of(InteractionRoutes.entry(id.get(), shelf).declared());
            return call.query("description").map(all::of).orElse(journal);
        });
    }

    private HttpResponse list(Call call) {
        Journal journal = journal(call);
        int limit = number(call, "limit", 1, MOST_SHOWN, SHOWN);
        boolean isList = isSecond(call, "view", "detailed", "list");
        boolean withSecrets = isSecond(call, "secrets", "masked", "shown");
        String missing = missing(call, journal);
        List<Exchange> all = journal.all();
        Stream<Exchange> latest =
                all.stream().skip(Math.max(0, all.size() - limit)).map(each -> withSecrets ? each : each.masked());
        return stub.with(shelf -> {
            JournalDocument document = new JournalDocument(shelf.ids());
            List<JsonObject> exchanges = latest.map(each -> isList ? document.lineOf(each) : document.of(each))
                    .toList();
            JsonObject.Builder answer =
                    JsonObject.builder().put("count", journal.count()).put("exchanges", JsonArray.of(exchanges));
            return Documents.json(
                    200,
                    missing == null
                            ? answer.build()
                            : answer.put("missing", missing).build());
        });
    }

    /** Whether the second of two words was said, and not the first, which is meant otherwise. */
    private static boolean isSecond(Call call, String name, String first, String second) {
        String said = call.query(name).orElse(first);
        if (!said.equals(first) && !said.equals(second)) {
            throw wrong(name, said, first + " or " + second);
        }
        return said.equals(second);
    }

    private static int number(Call call, String name, int least, int most, int otherwise) {
        String text = call.query(name).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of bounds is
        }
        throw wrong(name, text, "a whole number from " + least + " to " + most);
    }

    private static Failure wrong(String name, String found, String expected) {
        return Failure.of(
                400,
                Problem.error("STUB-PARAMETER", "the parameter " + Quoted.text(name) + " must be " + expected)
                        .found(Quoted.text(found)));
    }

    /** Waits if that is asked for. What to say of requests that did not come; null when they all did. */
    private @Nullable String missing(Call call, Journal journal) {
        int count = number(call, "await", 0, Integer.MAX_VALUE, 0);
        Duration patience = Duration.ofMillis(number(call, "patience", 0, LONGEST_PATIENCE, 0));
        if (journal.count() >= count) {
            return null;
        }
        if (patience.isZero()) {
            return awaited(journal, count, patience);
        }
        if (!waiting.tryAcquire()) {
            throw Failure.of(
                    503,
                    Problem.error("STUB-WAITING", "no more than " + MOST_WAITING + " calls may wait at the same time")
                            .mend("ask again, or without \"await\""));
        }
        try {
            return awaited(journal, count, patience);
        } finally {
            waiting.release();
        }
    }

    private static @Nullable String awaited(Journal journal, int count, Duration patience) {
        try {
            journal.await(count, patience);
            return null;
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The body of the latest request. */
    private HttpResponse last(Call call) {
        boolean withSecrets = isSecond(call, "secrets", "masked", "shown");
        List<Exchange> all = journal(call).all();
        if (all.isEmpty()) {
            throw Failure.of(404, Problem.error("STUB-JOURNAL", "no such request has come"));
        }
        Exchange latest = all.get(all.size() - 1);
        HttpRequest request = (withSecrets ? latest : latest.masked()).request().asHttpRequest();
        String type = request.headers().first("Content-Type").orElse("application/octet-stream");
        return new HttpResponse(200, Headers.of("Content-Type", type), request.body());
    }

    private HttpResponse count(Call call) {
        return Documents.json(
                200, JsonObject.of("count", JsonNumber.of(journal(call).count())));
    }

    private HttpResponse clear(Call call) {
        journal(call).clear();
        return Documents.nothing();
    }
}
