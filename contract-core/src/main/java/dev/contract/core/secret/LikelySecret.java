package dev.contract.core.secret;

import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells secrets from the examples that look a little like them. What has a form of its own is known by the form; what has none has to stand
 * under a name that promises a secret, and to look as if a machine had thrown dice for it.
 */
public final class LikelySecret {
    private record Form(Pattern pattern, String kind) {}

    private static final String BEGIN = "-----BEGIN ";

    private static final List<Form> FORMS = List.of(
            new Form(Pattern.compile(BEGIN + "(?:[A-Z]+ ){0,2}PRIVATE KEY-----"), "a private key"),
            new Form(Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"), "the key of an AWS account"),
            new Form(Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36,}\\b|\\bgithub_pat_\\w{40,}"), "a token of GitHub"),
            new Form(Pattern.compile("\\bglpat-[\\w-]{20,}"), "a token of GitLab"),
            new Form(Pattern.compile("\\bxox[abprs]-[\\w-]{20,}"), "a token of Slack"),
            new Form(Pattern.compile("\\b[sr]k_live_\\w{16,}"), "a key of Stripe"),
            new Form(Pattern.compile("\\bAIza[\\w-]{35}\\b"), "a key of Google"));

    private static final Pattern JWT = Pattern.compile("\\b(eyJ[\\w-]{5,500})\\.([\\w-]{10,8000})\\.([\\w-]{10,1500})");
    /** What is a token by its form, whatever it was made of. It begins with what any form begins with, for that is seen quickly. */
    private static final Pattern TOKEN =
            Pattern.compile("(?=[-Aegrsx])(?:\\beyJ[\\w-]{5,500}\\.[\\w-]{2,8000}\\.[\\w-]{0,1500}|"
                    + FORMS.stream().map(form -> form.pattern().pattern()).collect(Collectors.joining("|")) + ")");

    private static final Pattern RANDOM = Pattern.compile("(?<![\\w+=-])[\\w+=-]{32,500}(?![\\w+=-])");
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(?:\\d[ -]?){14,15}\\d(?!\\d)");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)(basic|bearer|token)\\s+(\\S+)");
    private static final Pattern CARD = Pattern.compile("(?:\\d[ -]?){14,15}\\d");

    /** Names of headers and keys, without case, blanks, hyphens and underscores. */
    private static final Set<String> TOKENS = Set.of(
            "authorization",
            "proxyauthorization",
            "apikey",
            "xapikey",
            "authtoken",
            "xauthtoken",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "sessiontoken",
            "clientsecret",
            "secretkey",
            "secretaccesskey",
            "awssecretaccesskey",
            "privatekey",
            "secret");

    private static final Set<String> PASSWORDS = Set.of("password", "passwd", "pwd", "passphrase");

    /** More names of what is nobody else's business, though an example under them is hardly ever a real one. */
    private static final Set<String> PRIVATE = Set.of(
            "cookie",
            "setcookie",
            "sessionid",
            "token",
            "csrftoken",
            "xcsrftoken",
            "xxsrftoken",
            "cardnumber",
            "cvv",
            "cvc",
            "pin");

    /** What else is called so: {@code X-Vault-Token}, {@code newPassword}; but not {@code tokenType}. */
    private static final Pattern CALLED_SO = Pattern.compile(
            "passw(?:or)?d|passphrase"
                    + "|(?:authorization|cookie|token|secret|apikey|accesskey|secretkey|privatekey|subscriptionkey|sessionid|signature)$");

    /** Whoever writes one of these tells the reader that it is none. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)pass|secret|example|sample|test|dummy|fake|demo|change|your|token|letmein|qwert|12345|abcd|foo|bar|xxx|\\*\\*|[<{\\[]");

    /** Numbers that the card companies publish for tests. */
    private static final Set<String> TEST_CARDS = Set.of(
            "4111111111111111",
            "4242424242424242",
            "4000056655665556",
            "4012888888881881",
            "4000000000000002",
            "5555555555554444",
            "5105105105105100",
            "5200828282828210",
            "2223003122003222",
            "378282246310005",
            "371449635398431",
            "6011111111111117",
            "6011000990139424");

    /** Of texts that are longer only the beginning is looked at. */
    private static final int LONGEST = 50_000;

    private static final int SHORTEST_TOKEN = 20;
    private static final int SHORTEST_PASSWORD = 8;

    /** How long the shortest {@link #TOKEN} is, but for a private key; the shortest {@link #RANDOM}; and how many digits {@link #DIGITS} are. */
    private static final int SHORTEST_FORM = 12;

    private static final int SHORTEST_RANDOM = 32;
    private static final int FEWEST_OF_CARD = 15;
    private static final double DICE = 3.5;
    private static final double MANY_DICE = 4;
    private static final int FEWEST_DIGITS = 3;

    private LikelySecret() {}

    /**
     * What secret a value looks like, {@code a JSON Web Token}; empty when it looks like none.
     *
     * @param name of the header, parameter or key; empty where there is none
     */
    public static Optional<String> in(String name, String value) {
        String text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        return form(text)
                .or(() -> jwt(text))
                .or(() -> credentials(name, text))
                .or(() -> named(name, text))
                .or(() -> card(text));
    }

    /**
     * Whether a value that really went over a wire had better not be written down: by its name alone, or by its form.
     *
     * @param name of the header, parameter or key; empty where there is none
     */
    public static boolean mayBe(String name, String value) {
        String text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        String plain = normal(name);
        return TOKENS.contains(plain)
                || PASSWORDS.contains(plain)
                || PRIVATE.contains(plain)
                || CALLED_SO.matcher(plain).find()
                || TOKEN.matcher(text).find()
                || card(text).isPresent();
    }

    /** A text with a mask in place of whatever in it has the form of a token, a key or the number of a card. */
    static String hidden(String text) {
        String shown = mayHoldToken(text) ? TOKEN.matcher(text).replaceAll(Secrets.MASK) : text;
        if (mayHoldRandom(shown)) {
            shown = RANDOM.matcher(shown).replaceAll(found -> isRandom(found.group()) ? Secrets.MASK : found.group());
        }
        return mayHoldCard(shown)
                ? DIGITS.matcher(shown)
                        .replaceAll(found -> card(found.group()).isPresent() ? Secrets.MASK : found.group())
                : shown;
    }

    /** Most texts are ordinary, which is seen sooner by hand than by expressions. */
    private static boolean mayHoldToken(String text) {
        return longestWord(text) >= SHORTEST_FORM || text.contains(BEGIN);
    }

    private static boolean mayHoldRandom(String text) {
        return longestWord(text) >= SHORTEST_RANDOM;
    }

    /** How many of the characters of which tokens are made stand in a row. */
    private static int longestWord(String text) {
        int longest = 0;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length = isOfTokens(text.charAt(i)) ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private static boolean isOfTokens(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-.+=".indexOf(c) >= 0;
    }

    private static boolean mayHoldCard(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < FEWEST_OF_CARD; i++) {
            digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return digits >= FEWEST_OF_CARD;
    }

    /** As tokens without a form of their own are: nobody spells capitals and numbers into a long word like this. */
    private static boolean isRandom(String word) {
        return word.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
                && word.chars().anyMatch(Character::isUpperCase)
                && word.chars().anyMatch(Character::isLowerCase)
                && bitsPerCharacter(word) >= MANY_DICE;
    }

    private static Optional<String> form(String text) {
        return FORMS.stream()
                .filter(form -> form.pattern().matcher(text).find() && !isPlaceholder(text))
                .map(Form::kind)
                .findFirst();
    }

    /** One whose head says how it was signed, and whose signature was not made up. */
    private static Optional<String> jwt(String text) {
        Matcher token = JWT.matcher(text);
        return token.find() && isSigned(token.group(1)) && isThrown(token.group(3))
                ? Optional.of("a JSON Web Token")
                : Optional.empty();
    }

    private static boolean isSigned(String head) {
        try {
            return JsonReader.read(Base64.getUrlDecoder().decode(head))
                    .asObject()
                    .filter(object -> object.has("alg"))
                    .isPresent();
        } catch (IllegalArgumentException | JsonSyntaxException e) {
            return false;
        }
    }

    private static Optional<String> credentials(String name, String text) {
        Matcher credentials = CREDENTIALS.matcher(text);
        if (!normal(name).endsWith("authorization") || !credentials.matches()) {
            return Optional.empty();
        }
        boolean basic = credentials.group(1).equalsIgnoreCase("basic");
        boolean real = basic ? isBasic(credentials.group(2)) : isThrown(credentials.group(2));
        return real ? Optional.of(basic ? "a user name with its password" : "a token") : Optional.empty();
    }

    private static boolean isBasic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon >= 0 && isPassword(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> named(String name, String text) {
        String plain = normal(name);
        if (PASSWORDS.contains(plain) && isPassword(text)) {
            return Optional.of("a password");
        }
        return TOKENS.contains(plain) && isThrown(text) ? Optional.of("a key or token") : Optional.empty();
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    private static boolean isPassword(String text) {
        boolean mixed = text.matches("(?s).*\\p{L}.*") && text.matches("(?s).*[^\\p{L}\\s].*");
        return text.length() >= SHORTEST_PASSWORD && mixed && !isPlaceholder(text);
    }

    /** Long, of letters and digits, and no pattern in them. */
    private static boolean isThrown(String text) {
        return text.length() >= SHORTEST_TOKEN
                && text.matches("[\\w+/=.~-]+")
                && text.matches(".*\\d.*")
                && text.matches(".*[A-Za-z].*")
                && bitsPerCharacter(text) >= DICE
                && !isPlaceholder(text);
    }

    private static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** Shannon's entropy of the characters. */
    private static double bitsPerCharacter(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        text.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        double length = text.length();
        return counts.values().stream()
                .mapToDouble(count -> -count / length * Math.log(count / length) / Math.log(2))
                .sum();
    }

    private static Optional<String> card(String text) {
        if (!CARD.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replaceAll("\\D", "");
        return isOfABrand(digits) && isLuhn(digits) && !TEST_CARDS.contains(digits)
                ? Optional.of("the number of a credit card")
                : Optional.empty();
    }

    private static boolean isOfABrand(String digits) {
        return digits.matches(
                "4\\d{15}|5[1-5]\\d{14}|2(?:2[2-9]|[3-6]\\d|7[01])\\d{13}|3[47]\\d{13}|6(?:011|5\\d\\d)\\d{12}");
    }

    /** The check digit of cards: every second digit from the right counts twice. */
    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
