package dev.contract.broker.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file with facts, below their folder: {@code 2026-03-01/120000.123-k3x9q0abcd-deployed.json}.
 *
 * <p>It has the day and the time in UTC, something that nobody else has, and for people what happened. The order of the names is the order in
 * which the facts are replayed.
 */
record FactName(String path) implements Comparable<FactName> {
    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}/\\d{6}\\.\\d{3}-[0-9a-z]{10}-[a-z-]{1,40}\\.json");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd/HHmmss.SSS")
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    /** Whoever writes takes a later time, and there must be one that a name can have. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final int TIME_LENGTH = "2026-03-01/120000.123".length();

    static FactName of(Instant at, String unique, String word) {
        return new FactName(TIME.format(at) + "-" + unique + "-" + word + ".json");
    }

    /** Empty for what no broker would have written. */
    static Optional<FactName> parse(String path) {
        try {
            FactName name = new FactName(path);
            return SHAPE.matcher(path).matches()
                            && name.time().isAfter(Instant.EPOCH)
                            && name.time().isBefore(LATEST)
                    ? Optional.of(name)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** When what it tells happened. */
    Instant time() {
        return Instant.from(TIME.parse(path.substring(0, TIME_LENGTH)));
    }

    String day() {
        return path.substring(0, path.indexOf('/'));
    }

    String file() {
        return path.substring(path.indexOf('/') + 1);
    }

    @Override
    public int compareTo(FactName other) {
        return path.compareTo(other.path);
    }
}
