package dev.contract.core.regex;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that cannot hang its caller: {@code (a+)+b} on a long row of {@code a} would run for years.
 *
 * <p>Every character the engine looks at is counted, and it is stopped when it has looked at far more than a sane expression needs: a
 * million, and 20 more for each character of the text. Short texts and expressions that cannot run away are spared the counting.
 * Where the engine looks at no character there is nothing to count, so {@code (|)} twenty times in a row is refused when it is read.
 * Thread-safe.
 */
public final class BoundedRegex {
    /** What came of it. */
    public enum Verdict {
        MATCH,
        NO_MATCH,
        GAVE_UP
    }

    private static final int LONGEST = 100_000;
    private static final int SHORT = 128;
    private static final int MOST_EMPTY_WAYS = 10_000;

    /** A repeated group, or a reference to one; and what can hide a repetition from this: blanks that do not count, and quotes. */
    private static final Pattern RISKY = Pattern.compile("\\)[*+?{]|\\\\[1-9kQ]|\\(\\?[a-zA-Z]*x");

    /** Each place where there is more than one way to go on; the ways multiply, so that {@code a?a?a?…} runs away as well. */
    private static final Pattern CHOICE = Pattern.compile("[*+?|]|\\{\\d+,");

    private static final int MOST_CHOICES = 3;

    /** The few expressions that the contracts of an application share; what comes from outside must not make it grow without end. */
    private static final Map<String, BoundedRegex> PARSED = new ConcurrentHashMap<>();

    private static final int MOST_PARSED = 256;
    private static final int LONGEST_KEPT = 1_000;

    private final Pattern pattern;
    private final boolean tame;

    private BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
        this.tame = !RISKY.matcher(pattern.pattern()).find() && hasFewChoices(pattern.pattern());
    }

    private static boolean hasFewChoices(String source) {
        Matcher choice = CHOICE.matcher(source);
        int choices = 0;
        while (choices <= MOST_CHOICES && choice.find()) {
            choices++;
        }
        return choices <= MOST_CHOICES;
    }

    /**
     * The expression of a text. What Java does not read is tried once more as other languages mean it: {@code /users/{id}} with a brace
     * that is text, {@code (?P<name>\w+)} with a named group.
     *
     * @throws RegexSyntaxException if it is no regular expression, longer than 100 000 characters, or has more than 10 000 ways to go on
     *     without reading a character
     */
    public static BoundedRegex parse(String source) {
        BoundedRegex known = PARSED.get(source);
        if (known != null) {
            return known;
        }
        BoundedRegex parsed = parse(source, 0);
        if (PARSED.size() < MOST_PARSED && source.length() <= LONGEST_KEPT) {
            PARSED.put(source, parsed);
        }
        return parsed;
    }

    /** As {@link #parse(String)}, but {@code .} matches line ends, and {@code ^} and {@code $} match at them. */
    public static BoundedRegex parseForDocuments(String source) {
        return parse(source, Pattern.DOTALL | Pattern.MULTILINE);
    }

    private static BoundedRegex parse(String source, int flags) {
        if (source.length() > LONGEST) {
            throw new RegexSyntaxException(source, "longer than " + LONGEST + " characters");
        }
        try {
            return new BoundedRegex(withFewEmptyWays(source, compiled(source, flags)));
        } catch (PatternSyntaxException e) {
            String place = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
            throw new RegexSyntaxException(source, e.getDescription() + place);
        } catch (StackOverflowError e) {
            // the JDK compiles groups recursively, so a text of many brackets exhausts the stack
            throw new RegexSyntaxException(source, "too many groups inside each other");
        }
    }

    private static Pattern withFewEmptyWays(String source, Pattern pattern) {
        if (EmptyWaysReader.most(pattern.pattern()) > MOST_EMPTY_WAYS) {
            throw new RegexSyntaxException(source, "too many groups in a row that can be empty in more than one way");
        }
        return pattern;
    }

    /** Where neither reading succeeds, the first complaint counts: it is about the text as it was written. */
    private static Pattern compiled(String source, int flags) {
        try {
            return Pattern.compile(source, flags);
        } catch (PatternSyntaxException asWritten) {
            try {
                return Pattern.compile(JavaSyntax.of(source), flags);
            } catch (PatternSyntaxException translated) {
                throw asWritten;
            }
        }
    }

    /** Whether texts of a length are judged without counting, however long that takes. */
    public boolean isSpared(int length) {
        return tame && length <= SHORT;
    }

    /** Whether the whole of a text matches. */
    public Verdict judge(String text) {
        CharSequence input = isSpared(text.length()) ? text : new CountedText(text);
        try {
            return pattern.matcher(input).matches() ? Verdict.MATCH : Verdict.NO_MATCH;
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            return Verdict.GAVE_UP;
        }
    }

    /** Whether some part of a text matches, as in the lines of a log. */
    public Verdict search(String text) {
        try {
            return pattern.matcher(new CountedText(text)).find() ? Verdict.MATCH : Verdict.NO_MATCH;
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            return Verdict.GAVE_UP;
        }
    }

    /** What the first group holds when the whole of a text matches; empty when it does not, or there is no such group. */
    public Optional<String> firstGroup(String text) {
        if (judge(text) != Verdict.MATCH) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() && matcher.groupCount() > 0 ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    /** The expression as Java reads it. */
    @Override
    public String toString() {
        return pattern.pattern();
    }
}
