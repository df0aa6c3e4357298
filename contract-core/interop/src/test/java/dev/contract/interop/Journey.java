package dev.contract.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.interop.Trial.Role;
import dev.contract.provider.target.ExchangeException;
import dev.contract.provider.target.ExchangeLimits;
import dev.contract.provider.target.HttpTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One file, tried with all exchanges of its case. */
record Journey(String writer, String version, Path file, Case subject, PlayedProvider provider) {
    void verify(Reader reader) {
        check(reader, Role.VERIFIES, exchange -> {
            provider.answerWith(exchange.response());
            return reader.verify(file, provider.url());
        });
    }

    /** Whether there is anything to be served: messages come unasked. */
    boolean isServed() {
        return subject.exchanges().stream().anyMatch(Role.SERVES::concerns);
    }

    void serve(Reader reader) {
        String url;
        try {
            url = reader.serve(file);
        } catch (PeerFailed e) {
            check(reader, Role.SERVES, exchange -> Verdict.of(false, e.getMessage()));
            return;
        }
        try (HttpTarget target = HttpTarget.at(url, ExchangeLimits.DEFAULT)) {
            check(reader, Role.SERVES, exchange -> send(exchange.request(), target));
        } finally {
            reader.stop();
        }
    }

    private static Verdict send(HttpRequest request, HttpTarget target) {
        try {
            HttpResponse response = target.send(request);
            return Verdict.of(response.status() < 500, response.body().text());
        } catch (ExchangeException e) {
            return Verdict.of(false, e.toString());
        }
    }

    /** All that a reader is tried with. */
    Stream<Trial> trials(Reader reader) {
        return Stream.of(Role.values()).flatMap(role -> trials(reader, role));
    }

    private Stream<Trial> trials(Reader reader, Role role) {
        return subject.exchanges().stream()
                .filter(role::concerns)
                .map(exchange -> new Trial(writer, version, subject.name(), reader.name(), role, exchange));
    }

    private void check(Reader reader, Role role, Function<Exchange, Verdict> judge) {
        List<String> surprises = trials(reader, role)
                .flatMap(trial -> surprise(trial, judge.apply(trial.exchange())).stream())
                .toList();
        assertThat(surprises).as(file.toString()).isEmpty();
    }

    private static Optional<String> surprise(Trial trial, Verdict verdict) {
        boolean right = verdict.accepted() == trial.exchange().good();
        if (right != Deviations.deviates(trial)) {
            return Optional.empty();
        }
        String text = (trial.exchange().good() ? "good     " : "spoiled  ")
                + shown(trial.exchange().name()) + "  " + verdict;
        return Optional.of(right ? text + "  (take this out of Deviations)" : text);
    }

    /** Bodies may be bytes. */
    private static String shown(String name) {
        return name.replaceAll("\\P{Print}+", "…");
    }
}
