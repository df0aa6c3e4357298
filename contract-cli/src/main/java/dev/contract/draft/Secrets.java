package dev.contract.draft;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what must not stand in a contract, which is published and kept for years. */
final class Secrets {
    /** What stands in place of a secret. */
    static final String PLACEHOLDER = "example-secret";

    /** Names of headers, parameters and keys, without case, hyphens, dots and underscores. */
    private static final Set<String> NAMES = Set.of(
            "authorization",
            "proxyauthorization",
            "cookie",
            "setcookie",
            "apikey",
            "xapikey",
            "authtoken",
            "xauthtoken",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "sessiontoken",
            "sessionid",
            "csrftoken",
            "xcsrftoken",
            "xxsrftoken",
            "token",
            "clientsecret",
            "secretkey",
            "privatekey",
            "secret",
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "cardnumber",
            "cvv",
            "cvc",
            "pin");

    private static final Pattern FORMS = Pattern.compile("-----BEGIN (?:[A-Z]+ ){0,2}PRIVATE KEY-----"
            + "|\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"
            + "|\\bgh[pousr]_[A-Za-z0-9]{36,}\\b|\\bgithub_pat_\\w{40,}|\\bglpat-[\\w-]{20,}|\\bxox[abprs]-[\\w-]{20,}"
            + "|\\b[sr]k_live_\\w{16,}|\\bAIza[\\w-]{35}\\b"
            + "|\\beyJ[\\w-]{5,500}\\.[\\w-]{10,8000}\\.[\\w-]{10,1500}");

    private static final Pattern CARD = Pattern.compile("(?:\\d[ -]?){12,18}\\d");

    /** Of texts that are longer only the beginning is looked at. */
    private static final int LONGEST = 50_000;

    private Secrets() {}

    /** Whether a text is a secret, by its name or by its look. */
    static boolean in(String name, String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return isNamed(name) || FORMS.matcher(shown).find() || isCard(shown);
    }

    private static boolean isNamed(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", ""));
    }

    private static boolean isCard(String text) {
        return CARD.matcher(text).matches() && isLuhn(text.replaceAll("\\D", ""));
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
