package dev.contract.draft.infer;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.MatchingRule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A form that texts have, the more particular ones first. */
public enum TextForm {
    UUID(1, "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    /** With an offset, in seconds. */
    DATE_TIME_SECONDS(1, "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)") {
        @Override
        public MatchingRule rule() {
            return dated("datetime", "yyyy-MM-dd'T'HH:mm:ssXXX");
        }
    },
    /** With an offset, in milliseconds. */
    DATE_TIME_MILLIS(1, "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)") {
        @Override
        public MatchingRule rule() {
            return dated("datetime", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        }
    },
    /** With or without an offset, and with any fraction of a second. */
    DATE_TIME(1, "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:?\\d\\d)?"),
    DATE(1, "\\d{4}-\\d\\d-\\d\\d") {
        @Override
        public MatchingRule rule() {
            return dated("date", "yyyy-MM-dd");
        }
    },
    TIME(1, "\\d\\d:\\d\\d:\\d\\d") {
        @Override
        public MatchingRule rule() {
            return dated("time", "HH:mm:ss");
        }
    },
    IPV4(1, "(25[0-5]|2[0-4]\\d|1\\d\\d|\\d{1,2})(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|\\d{1,2})){3}"),
    SEMVER(1, "(0|[1-9]\\d{0,8})(\\.(0|[1-9]\\d{0,8})){2}(-[A-Za-z][0-9A-Za-z-]*)?(\\+[0-9A-Za-z-]+)?") {
        @Override
        public MatchingRule rule() {
            return MatchingRule.of("semver");
        }
    },
    EMAIL(1, "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
    URI(1, "[a-z][a-z0-9+.-]*://\\S+"),
    /** Digits only, as identifiers have them. */
    DIGITS(3, "\\d{1,18}"),
    /** At least 16 hexadecimal digits. */
    HEX(1, "[0-9a-f]{16,}"),
    BASE64(3, "([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})"),
    /** One of few words that came again and again. */
    ENUM(Integer.MAX_VALUE, "[\\s\\S]*"),
    /** None of these. */
    PLAIN(0, "[\\s\\S]*");

    /** Forms are for short texts. */
    private static final int LONGEST = 2_000;

    private static final int MOST_WORDS = 10;
    private static final int FEWEST_SEEN = 10;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d_.:/-]{1,40}");

    /** The share of what came once: as much is likely to be what did not come at all. */
    private static final double MOST_UNSEEN = 0.1;

    private final int support;
    private final String regex;
    private final Pattern pattern;

    /** @param support how many different texts are evidence enough */
    TextForm(int support, String regex) {
        this.support = support;
        this.regex = regex;
        this.pattern = Pattern.compile(regex);
    }

    /** A rule that accepts all texts of this form. */
    public MatchingRule rule() {
        return this == PLAIN || this == ENUM ? MatchingRule.of("type") : MatchingRule.regex(regex);
    }

    /** An expression that matches the whole of each text of this form. */
    public String regex() {
        return regex;
    }

    private static MatchingRule dated(String type, String format) {
        return new MatchingRule(type, JsonObject.builder().put("format", format).build());
    }

    /** The form that all of these texts have; it is never {@link #ENUM}, for which how often they came counts. */
    public static TextForm of(Collection<String> texts) {
        Set<String> distinct = new LinkedHashSet<>(texts);
        return Arrays.stream(values())
                .filter(form -> distinct.size() >= form.support
                        && distinct.stream().allMatch(form::has)
                        && form.isEvident(distinct))
                .findFirst()
                .orElse(PLAIN);
    }

    /** What a text is by its look, however few there are, if it is an identifier: digits, a UUID, hexadecimal digits or a date. */
    public static Optional<TextForm> ofIdentifier(String text) {
        return List.of(UUID, DATE, DIGITS, HEX).stream()
                .filter(form -> form.has(text))
                .findFirst();
    }

    /** What is known of texts, at least one, that stood in one place. */
    public static Shape.Text shape(List<String> texts) {
        TextForm form = of(texts);
        String example = texts.get(0);
        boolean constant = InferredType.isConstant(texts);
        if (form == PLAIN && !constant && areFewWords(texts)) {
            return new Shape.Text(ENUM, texts.stream().distinct().sorted().toList(), example, false);
        }
        return new Shape.Text(form, List.of(), example, constant);
    }

    private static boolean areFewWords(List<String> texts) {
        List<String> distinct = texts.stream().distinct().limit(MOST_WORDS + 1L).toList();
        if (texts.size() < FEWEST_SEEN
                || distinct.size() > MOST_WORDS
                || !distinct.stream().allMatch(word -> WORD.matcher(word).matches())) {
            return false;
        }
        long once = distinct.stream()
                .filter(word -> texts.indexOf(word) == texts.lastIndexOf(word))
                .count();
        return once <= MOST_UNSEEN * texts.size();
    }

    private boolean has(String text) {
        return text.length() <= LONGEST && pattern.matcher(text).matches() && isValid(text);
    }

    /** What the look does not tell: there is no 30th of February. */
    private boolean isValid(String text) {
        return switch (this) {
            case DATE -> parses(LocalDate::parse, text);
            case TIME -> parses(LocalTime::parse, text);
            case DATE_TIME_SECONDS, DATE_TIME_MILLIS -> parses(OffsetDateTime::parse, text);
            case UUID, DATE_TIME, IPV4, SEMVER, EMAIL, URI, DIGITS, HEX, BASE64, ENUM, PLAIN -> true;
        };
    }

    private static boolean parses(Consumer<String> parser, String text) {
        try {
            parser.accept(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Words of four letters are no base64, nor are long numbers hexadecimal. */
    private boolean isEvident(Set<String> texts) {
        return switch (this) {
            case BASE64 -> List.of("[A-Z]", "[a-z]", "\\d", "[+/=]").stream().allMatch(part -> occurs(part, texts));
            case HEX -> occurs("[a-f]", texts) && occurs("\\d", texts);
            case UUID,
                    DATE_TIME_SECONDS,
                    DATE_TIME_MILLIS,
                    DATE_TIME,
                    DATE,
                    TIME,
                    IPV4,
                    SEMVER,
                    EMAIL,
                    URI,
                    DIGITS,
                    ENUM,
                    PLAIN -> true;
        };
    }

    private static boolean occurs(String part, Set<String> texts) {
        Pattern wanted = Pattern.compile(part);
        return texts.stream().anyMatch(text -> wanted.matcher(text).find());
    }
}
