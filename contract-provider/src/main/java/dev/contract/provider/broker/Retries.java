package dev.contract.provider.broker;

import dev.contract.core.http.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/**
 * Asks again while a broker is busy or away: on 5xx, 408, 429 and failed connections, after half a second and then twice as long each
 * time, or when the broker says so by {@code Retry-After}.
 *
 * <p>Immutable.
 *
 * @param times how often to ask again
 * @param log told before every wait
 */
record Retries(int times, Pause pause, Consumer<String> log) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Waits; a test only notes how long. */
    interface Pause {
        void await(Duration duration) throws InterruptedException;

        Pause REAL = duration -> Thread.sleep(duration.toMillis());
    }

    interface Attempt {
        HttpResponse send() throws IOException;
    }

    HttpResponse run(Attempt attempt) throws IOException {
        Duration wait = FIRST;
        for (int left = times; ; left--, wait = doubled(wait)) {
            try {
                HttpResponse response = attempt.send();
                if (left == 0 || !isPassing(response.status())) {
                    return response;
                }
                await(
                        "the broker answers " + response.status(),
                        retryAfter(response).orElse(wait));
            } catch (SSLException | HttpBrokerTransport.TooMuch e) {
                throw e;
            } catch (IOException e) {
                if (left == 0) {
                    throw e;
                }
                await("the broker cannot be reached (" + e.getMessage() + ")", wait);
            }
        }
    }

    private void await(String reason, Duration duration) throws IOException {
        log.accept(reason + "; asking again in " + seconds(duration));
        try {
            pause.await(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the broker", e);
        }
    }

    private static boolean isPassing(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    /** Only the form in seconds: the one with a date would trust two clocks. */
    private static Optional<Duration> retryAfter(HttpResponse response) {
        return response.headers()
                .first("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> shorter(Duration.ofSeconds(Long.parseLong(text))));
    }

    private static Duration doubled(Duration duration) {
        return shorter(duration.multipliedBy(2));
    }

    private static Duration shorter(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
