package dev.contract.provider;

import java.util.regex.Pattern;

/** Keeps values that look like secrets, by their names, out of what is shown. */
final class Secrets {
    static final String MASK = "***";

    private static final String NAMES =
            "(?:authorization|cookie|token|secret|password|api-?key|credential|session|signature)";
    private static final Pattern NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "([\\w.-]{0,100}" + NAMES + "[\\w.-]{0,100}(?:=|: ?))(?:(?:Basic|Bearer) )?[^\\s&]+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern USER = Pattern.compile("//[^/@\\s]+@");

    private Secrets() {}

    static boolean isName(String name) {
        return NAME.matcher(name).find();
    }

    /** The text without the user of a URL and the values in {@code API_TOKEN=value}, {@code Authorization: Bearer value} and the like. */
    static String masked(String text) {
        return ASSIGNMENT
                .matcher(USER.matcher(text).replaceAll("//" + MASK + "@"))
                .replaceAll("$1" + MASK);
    }
}
