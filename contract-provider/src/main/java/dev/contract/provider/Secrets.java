package dev.contract.provider;

import dev.contract.core.report.Finding;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps values that look like secrets, by their names, out of what is shown. */
public final class Secrets {
    static final String MASK = "***";

    /** Characters of a text by which it is recognised. */
    private static final int BEGINNING = 32;

    /** Shorter than this, a value keeps no secret, and would be found everywhere. */
    private static final int SHORTEST = 4;

    private static final String NAMES =
            "(?:authorization|cookie|token|secret|password|api[-_]?key|credential|session|signature)";
    private static final Pattern NAME = pattern(NAMES);

    /** Not behind a slash: that is a host with its port, or a file with its line. */
    private static final Pattern ASSIGNMENT = pattern(
            "(?<![\\w./-])([\\w.-]{0,100}" + NAMES + "[\\w.-]{0,100}(?:=|: ?))(?:(?:Basic|Bearer) )?\"?[^\\s&\"<>]+");

    private static final Pattern PARAMETER = pattern("([?&][^=&#\\s]{0,100}" + NAMES + "[^=&#\\s]{0,100}=)[^&#\\s]*");
    private static final Pattern USER = pattern("//[^/@\\s]+@");

    /** {@code "accessToken": }, and what comes then is looked at by hand. */
    private static final Pattern MEMBER =
            pattern("\"[^\"\\n]{0,100}" + NAMES + "[^\"\\n]{0,100}\"\\s{0,20}:\\s{0,20}(?=[^\\s{\\[])");

    private static final Pattern ELEMENT =
            pattern("(<[^<>/\\s]{0,100}" + NAMES + "[^<>\\s]{0,100}(?:\\s[^<>]{0,200})?>)[^<]+");
    private static final Pattern COOKIE = Pattern.compile("(^|[;,]\\s*)([^=;,\\s]+)=[^;,]*");
    private static final Pattern FIRST_COOKIE = Pattern.compile("^()([^=;]+)=[^;]*");

    private Secrets() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).find();
    }

    /** What may be shown of a header's value: all of it, the names of cookies, or nothing. */
    static String value(String name, String value) {
        if (!isName(name)) {
            return value;
        }
        Matcher cookies = (name.equalsIgnoreCase("Set-Cookie") ? FIRST_COOKIE : COOKIE).matcher(value);
        return name.toLowerCase(Locale.ROOT).endsWith("cookie") && cookies.find()
                ? cookies.replaceAll("$1$2=" + MASK)
                : MASK;
    }

    /** A URL, or what begins with one, without its user and without parameters that look like secrets. */
    public static String url(String text) {
        return PARAMETER
                .matcher(USER.matcher(text).replaceAll("//" + MASK + "@"))
                .replaceAll("$1" + MASK);
    }

    /**
     * The text without the user of a URL and without the values in {@code API_TOKEN=value}, {@code Authorization: Bearer value},
     * {@code "token": "value"}, {@code <token>value</token>} and the like.
     */
    public static String masked(String text) {
        String shown = USER.matcher(text).replaceAll("//" + MASK + "@");
        shown = ELEMENT.matcher(members(shown)).replaceAll("$1" + MASK);
        return ASSIGNMENT.matcher(shown).replaceAll("$1" + MASK);
    }

    private static String members(String text) {
        Matcher member = MEMBER.matcher(text);
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (member.find(from)) {
            shown.append(text, from, member.end()).append('"').append(MASK).append('"');
            from = endOfValue(text, member.end());
        }
        return from == 0 ? text : shown.append(text, from, text.length()).toString();
    }

    /** Behind a string, or a number or word, of JSON. */
    private static int endOfValue(String text, int start) {
        boolean quoted = text.charAt(start) == '"';
        int end = quoted ? start + 1 : start;
        while (end < text.length() && (quoted ? text.charAt(end) != '"' : ",}] \n\r\t".indexOf(text.charAt(end)) < 0)) {
            end += quoted && text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), quoted ? end + 1 : end);
    }

    /** A difference without secrets: of something that looks like one, it is told that it differs, but not how. */
    static Finding masked(Finding finding) {
        if (!isName(finding.where())) {
            return changed(finding, masked(finding.sentence()), text(finding.expected()), text(finding.actual()));
        }
        String expected = value(finding, finding.expected());
        String actual = value(finding, finding.actual());
        String sentence = hidden(hidden(finding.sentence(), finding.expected(), expected), finding.actual(), actual);
        boolean whole = finding.actual() == null || finding.sentence().contains(finding.actual());
        String instead = "Expected " + expected + " but was " + (actual == null ? "missing" : actual);
        return changed(finding, whole && !isCut(finding) ? sentence : instead, expected, actual);
    }

    /** Whether the sentence has only the beginning of what was expected, which is a secret as well. */
    private static boolean isCut(Finding finding) {
        String expected = finding.expected();
        return expected != null
                && expected.length() > BEGINNING
                && !finding.sentence().contains(expected)
                && finding.sentence().contains(expected.substring(0, BEGINNING));
    }

    private static Finding changed(
            Finding finding, String sentence, @Nullable String expected, @Nullable String actual) {
        return new Finding(finding.part(), finding.where(), sentence, expected, actual, finding.renamedTo());
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : masked(text);
    }

    private static @Nullable String value(Finding finding, @Nullable String value) {
        return value == null || value.length() < SHORTEST ? value : value(finding.where(), value);
    }

    private static String hidden(String sentence, @Nullable String value, @Nullable String shown) {
        return value == null || shown == null ? sentence : sentence.replace(value, shown);
    }
}
