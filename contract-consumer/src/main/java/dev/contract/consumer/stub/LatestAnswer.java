package dev.contract.consumer.stub;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answers that were given last, of all and of each interaction, for tests that compare with them. Thread-safe. */
final class LatestAnswer {
    private final Map<String, Taker> byDescription = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Answer> ofAll = new AtomicReference<>();

    /** The answers of one interaction. To see that it is the same one again costs less than to write it down again. */
    private final class Taker implements Consumer<Answer> {
        private volatile @Nullable Answer latest;

        @Override
        public void accept(Answer given) {
            if (!given.equals(latest)) {
                latest = given;
            }
            ofAll.setRelease(given);
        }
    }

    /** Takes the answers of one interaction. */
    Consumer<Answer> of(String description) {
        return byDescription.computeIfAbsent(description, key -> new Taker());
    }

    /** What a place of the latest JSON body says; null where there is null or nothing, or no JSON. A body of another kind is its own root. */
    @Nullable
    String text(RulePath path) {
        return text(ofAll.get(), path);
    }

    /** The same of the latest answer of an interaction. */
    @Nullable
    String text(String description, RulePath path) {
        Taker own = byDescription.get(description);
        return text(own == null ? null : own.latest, path);
    }

    private static @Nullable String text(@Nullable Answer given, RulePath path) {
        byte[] body = given == null ? new byte[0] : plain(given.toResponse());
        try {
            return path.in(JsonReader.read(body))
                    .filter(value -> value.kind() != JsonValue.Kind.NULL)
                    .map(JsonValue::text)
                    .orElse(null);
        } catch (JsonSyntaxException e) {
            return path.equals(RulePath.ROOT) && body.length > 0 ? new String(body, StandardCharsets.UTF_8) : null;
        }
    }

    private static byte[] plain(HttpResponse response) {
        byte[] sent = response.body().bytes();
        try {
            return ContentCoding.decoded(sent, response.headers(), Integer.MAX_VALUE);
        } catch (IOException e) {
            return sent; // it is not what its header says
        }
    }
}
