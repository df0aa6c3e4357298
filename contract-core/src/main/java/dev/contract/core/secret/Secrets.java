package dev.contract.core.secret;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps values that look like secrets, by their names or by themselves, out of what is shown.
 *
 * <p>It rather hides too much than too little: what is shown is shown to people who see the whole value elsewhere if they may.
 */
public final class Secrets {
    /** What stands in place of a value. */
    public static final String MASK = "***";

    private static final List<String> WORDS = List.of(
            "authorization",
            "cookie",
            "token",
            "secret",
            "password",
            "passwd",
            "apikey",
            "api-key",
            "api_key",
            "credential",
            "session",
            "signature");

    private static final String NAMES = "(?:" + String.join("|", WORDS) + ")";

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

    /** With its name, if it has one; commas are part of it. */
    private static final Pattern COOKIE = Pattern.compile("(^|;\\s*)([^=;\\s]+=)?[^;]*");

    private static final Pattern FIRST_COOKIE = Pattern.compile("^()([^=;]+=)[^;]*");

    private Secrets() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Whether the name of a header, parameter or key promises a secret. */
    public static boolean isName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word :
                WORDS) { // whole texts come here as well, and an expression of all words takes ten times as long
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** What may be shown of a header's value: all of it, the names of cookies, or nothing. */
    public static String value(String name, String value) {
        if (!isName(name)) {
            return LikelySecret.hidden(value);
        }
        Matcher cookies = (name.equalsIgnoreCase("Set-Cookie") ? FIRST_COOKIE : COOKIE).matcher(value);
        return name.toLowerCase(Locale.ROOT).endsWith("cookie") && cookies.find()
                ? cookies.replaceAll("$1$2" + MASK)
                : MASK;
    }

    /** A URL, or what begins with one, without its user and without parameters that look like secrets. */
    public static String url(String text) {
        return LikelySecret.hidden(PARAMETER.matcher(withoutUser(text)).replaceAll("$1" + MASK));
    }

    /**
     * The text without the user of a URL and without the values in {@code API_TOKEN=value}, {@code Authorization: Bearer value},
     * {@code "token": "value"}, {@code <token>value</token>} and the like, and without what has the form of a token or a card number.
     */
    public static String masked(String text) {
        String shown = withoutUser(text);
        return LikelySecret.hidden(isName(shown) ? withoutNamed(shown) : shown);
    }

    private static String withoutUser(String text) {
        return text.contains("//") ? USER.matcher(text).replaceAll("//" + MASK + "@") : text;
    }

    private static String withoutNamed(String text) {
        String shown = ELEMENT.matcher(members(text)).replaceAll("$1" + MASK);
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
}
