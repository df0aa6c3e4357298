package dev.contract.consumer;

import static dev.contract.consumer.Matchers.*;

import dev.contract.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Matchers with examples made at random: every call that the DSL has, for every place where it may stand. */
final class RandomMatchers {
    static final JsonObject STATE_VALUES =
            JsonObject.builder().put("id", 1000).put("name", "Jörg").build();

    private static final List<String> PIECES = List.of(
            "a", "B", "7", " ", "'", "\"", "\\", "/", ".", "$", "&", "=", "+", "%2F", ";", ",", "<", ">", "é", "名",
            "😀");
    private static final List<String> DATES =
            List.of("yyyy-MM-dd", "dd.MM.yyyy", "EEE, d MMM yyyy", "yyyy-DDD", "uuuuMMdd");
    private static final List<String> TIMES = List.of("HH:mm:ss", "HH:mm", "h:mm a", "HH:mm:ss.SSS");
    private static final List<String> MOMENTS = List.of(
            "yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd HH:mm:ss.SSSZ", "dd/MM/yyyy HH:mm", "yyyy-MM-dd'T'HH:mm:ss'Z'");
    private static final List<String> DATE_EXPRESSIONS =
            List.of("today", "tomorrow + 1 week", "next monday", "last year - 2 days", "next feb", "+ 1 month");
    private static final List<String> TIME_EXPRESSIONS =
            List.of("now", "noon", "5 o'clock pm", "next hour", "- 20 minutes");

    private final SplittableRandom random;
    private final boolean generating;
    private final boolean withStub;

    private RandomMatchers(SplittableRandom random, boolean generating, boolean withStub) {
        this.random = random;
        this.generating = generating;
        this.withStub = withStub;
    }

    static RandomMatchers any(SplittableRandom random) {
        return new RandomMatchers(random, false, true);
    }

    /** Every scalar has a generator, and every generator a rule that its values follow. */
    static RandomMatchers generating(SplittableRandom random) {
        return new RandomMatchers(random, true, true);
    }

    /** The same kinds, but for URLs of a stub: messages have none. */
    RandomMatchers forMessages() {
        return new RandomMatchers(random, generating, false);
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    private <T> T one(List<T> values) {
        return values.get(next(values.size()));
    }

    private String words() {
        StringBuilder text = new StringBuilder("x");
        for (int i = next(6); i > 0; i--) {
            text.append(one(PIECES));
        }
        return text.append("x").toString();
    }

    private String moment(String format) {
        LocalDateTime moment =
                LocalDateTime.of(1970 + next(90), 1 + next(12), 1 + next(28), next(24), next(60), next(60));
        return DateTimeFormatter.ofPattern(format, Locale.ENGLISH).format(moment.atOffset(ZoneOffset.UTC));
    }

    Matcher path() {
        String path = "/" + Long.toString(random.nextLong(1_000_000), 36);
        return switch (next(generating ? 3 : 6)) {
            case 0 -> generated(regex("/.*", path), fromProviderState("/users/${name}", path));
            case 1 -> randomRegex("/[a-z]{1,5}(/\\d+)?", "/a/1");
            case 2 -> generated(like(path), randomRegex("/\\w+", "/a"));
            case 3 -> like(path);
            case 4 -> anyOf(equalTo(path), regex("/x+", "/x"));
            default -> includes("/", path);
        };
    }

    Matcher status() {
        return switch (next(7)) {
            case 0 -> statusIn(200 + next(300), 599);
            case 1 -> successStatus(200 + next(100));
            case 2 -> clientErrorStatus(400 + next(100));
            case 3 -> serverErrorStatus(500 + next(100));
            case 4 -> nonErrorStatus(200 + next(200));
            case 5 -> errorStatus(400 + next(200));
            default -> generated(integer(200), randomInteger(200, 599));
        };
    }

    /** For places that hold texts; what generators make there is text as well. */
    Matcher text() {
        return generating ? fresh() : next(3) == 0 ? fresh() : plain(next(24));
    }

    /** For a whole body of text, where nothing is generated. */
    Matcher wholeText() {
        String words = words();
        return switch (next(4)) {
            case 0 -> like(words);
            case 1 -> equalTo(words);
            case 2 -> regex("(?s)x.*", words);
            default -> includes("x", words);
        };
    }

    Matcher scalar() {
        return next(8) == 0 && !generating ? nullValue() : text();
    }

    private Matcher plain(int kind) {
        String words = words();
        return switch (kind) {
            case 0 -> like(words);
            case 1 -> equalTo(words);
            case 2 -> regex("(?s)x.*x", words);
            case 3 -> includes(words.substring(next(words.length())), words);
            case 4 -> integer(random.nextLong());
            case 5 -> decimal(random.nextDouble(-1e12, 1e12));
            case 6 -> decimal(BigDecimal.valueOf(random.nextLong(), 1 + next(9)));
            case 7 -> number(next(2) == 0 ? random.nextInt() : random.nextDouble());
            case 8 -> bool(next(2) == 0);
            case 9 -> notEmpty(words);
            case 10 ->
                semver(next(9) + "." + next(99) + "." + next(9) + one(List.of("", "-rc.1", "+build.7", "-a.b+c")));
            case 11 -> uuid(one(List.of(UuidFormat.values())));
            case 12 -> dated();
            case 13 -> contentType("application/xml", "<a>" + next(9) + "</a>");
            case 14 -> nullable(words);
            case 15 -> nullable(integer(next(9)));
            case 16 -> anyOf(integer(next(9)), regex("n/a", "n/a"));
            case 17 -> anyOf(regex("n/a", "n/a"), equalTo(words));
            case 18 -> allOf(like(words), includes(words.substring(1)), regex("(?s).*", words));
            case 19 -> textOfLength(next(3), 100 + next(100), words);
            case 20 -> atLeast(-next(1000), next(1000));
            case 21 -> between(-1.5, 1000 + next(9) / 8.0, next(1000) / 7.0);
            case 22 -> dateNotAfter(moment("yyyy-MM-dd"), "1969-12-31");
            default -> isoDateTime(moment("yyyy-MM-dd'T'HH:mm:ssXXX"));
        };
    }

    private Matcher dated() {
        String date = one(DATES);
        String time = one(TIMES);
        String both = one(MOMENTS);
        return switch (next(3)) {
            case 0 -> date(date, moment(date));
            case 1 -> time(time, moment(time));
            default -> datetime(both, moment(both));
        };
    }

    /** A matcher with a generator, whose values its own rule accepts. */
    private Matcher fresh() {
        int least = next(1000) - 500;
        String date = one(DATES);
        String time = one(TIMES);
        String both = one(MOMENTS);
        String expression = one(DATE_EXPRESSIONS) + (next(2) == 0 ? "" : " @ " + one(TIME_EXPRESSIONS));
        return switch (next(14)) {
            case 0 -> randomInteger(least, least + next(1000));
            case 1 -> randomDecimal(1 + next(20), 1.5);
            case 2 -> randomHexadecimal(1 + next(40));
            case 3 -> randomString(1 + next(40));
            case 4 -> randomRegex("[a-z]+-\\d{2,4}(x|yy)?", "a-12");
            case 5 -> randomUuid();
            case 6 -> randomUuid(one(List.of(UuidFormat.values())));
            case 7 -> randomBoolean();
            case 8 -> dateFromNow(one(DATE_EXPRESSIONS), date, moment(date));
            case 9 -> timeFromNow(one(TIME_EXPRESSIONS), time, moment(time));
            case 10 -> datetimeFromNow(expression, both, moment(both));
            case 11 -> withStub ? stubUrl("/orders/" + next(100)) : randomBoolean();
            case 12 -> generated(integer(7), fromProviderState("${id}", 7));
            default -> generated(notEmpty("x"), fromProviderState("user ${name}", "x"));
        };
    }

    /** What only answers may hold: fields that need not be there or may be null, and objects without other keys. */
    Matcher answer() {
        Matcher user = object(
                "sure",
                value(2),
                "perhaps",
                optional(value(2)),
                "hollow",
                nullable(object("a", scalar(), "perhaps", optional(scalar()))),
                "both",
                optional(nullable(array(scalar()))));
        return array(next(2) == 0 ? user : strict(user), eachLike(user), json());
    }

    Matcher json() {
        // In an array, for at the root of a body some matchers look at the whole document
        return array(value(3));
    }

    private Matcher value(int depth) {
        if (depth == 0 || next(4) == 0) {
            return scalar();
        }
        return switch (next(generating ? 7 : 12)) {
            case 0 -> object("a", value(depth - 1), "b", value(depth - 1), "c d", scalar());
            case 1 -> array(value(depth - 1), value(depth - 1));
            case 2 -> eachLike(value(depth - 1), next(3));
            case 3 -> eachLike(value(depth - 1), 1, 1 + next(3));
            case 4 -> eachKeyLike("key", value(depth - 1));
            case 5 -> arrayContaining(object("k", 1, "v", value(depth - 1)), object("k", 2));
            case 6 -> eachKeyMatching(generating ? randomUuid() : regex("[a-z]+", "key"), value(depth - 1));
            case 7 -> like(Map.of("a", value(depth - 1), "b", 1));
            case 8 -> equalTo(List.of(value(depth - 1), 1));
            case 9 -> inAnyOrder(value(depth - 1), value(depth - 1), 1);
            case 10 -> inAnyOrder(1, 3, List.of(scalar(), "a"));
            default -> eachValueMatching("key", scalar());
        };
    }

    ExampleBody form() {
        List<Object> fields = new ArrayList<>(List.of("a", text(), "b&c", text()));
        if (!generating) {
            fields.addAll(List.of("list", List.of(words(), words()), "each", eachLike(text())));
        }
        return Matchers.form(fields.toArray());
    }

    ExampleBody xml() {
        Element person = element("p:person")
                .attribute("id", text())
                .child(element("name").text(text()));
        Element root = element("p:people").attribute("xmlns:p", "urn:people").attribute("at", text());
        return Matchers.xml(
                next(2) == 0
                        ? root.eachChild(person)
                        : root.child(person).child(person).child(element("empty")));
    }

    ExampleBody multipart() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("json", part("json", json()));
        parts.put("xml", part("xml", xml()));
        parts.put("form", part("form", form()));
        parts.put("text", part("text", "text/plain", wholeText()).fileName("a.txt"));
        return Matchers.multipart(parts.values().toArray(Part[]::new));
    }
}
