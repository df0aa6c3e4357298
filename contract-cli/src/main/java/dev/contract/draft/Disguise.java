package dev.contract.draft;

import dev.contract.core.secret.LikelySecret;
import dev.contract.core.secret.Secrets;
import dev.contract.draft.infer.TextForm;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must not stand in a contract, which is published and kept for years, and what stands there instead. */
final class Disguise {
    static final String EXAMPLE = "example-secret";

    private static final Pattern ADDRESS =
            Pattern.compile("((?:[a-z][a-z0-9+.-]{0,20}:)?//[^/?#]*)?(/[^?#]*)([?#].*)?", Pattern.DOTALL);

    /** Nobody spells capitals, small letters and digits into a word of this length. */
    private static final Pattern THROWN = Pattern.compile("(?=.*\\d)(?=.*[a-z])(?=.*[A-Z])[\\w.~-]{16,}");

    private Disguise() {}

    /** Whether a text is a secret, by its name or by its look, or is an address with one in it. */
    static boolean isNeeded(String name, String text) {
        return LikelySecret.mayBe(name, text) || !address(text).equals(text);
    }

    /** What stands in place of a text that needs it: of an address its public parts remain. */
    static String of(String name, String text) {
        boolean isNamed = LikelySecret.mayBe(name, "");
        return isNamed || address(text).equals(text) ? EXAMPLE : address(text);
    }

    /** A text that has no names, without what in it looks like a secret. */
    static String text(String text) {
        return Secrets.masked(text);
    }

    /** An address without secrets; any other text as it is. */
    private static String address(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return text;
        }
        String whole = part(address, 1) + path(part(address, 2)) + part(address, 3);
        return Secrets.url(whole).replace(Secrets.MASK, EXAMPLE);
    }

    private static String part(Matcher address, int group) {
        return address.group(group) == null ? "" : address.group(group);
    }

    /** A path without secrets. */
    static String path(String path) {
        String[] segments = path.split("/", -1);
        String[] shown = segments.clone();
        for (int i = 1; i < segments.length; i++) {
            shown[i] = isSecret(segments[i - 1], segments[i]) ? EXAMPLE : segments[i];
        }
        return String.join("/", shown);
    }

    /** Whether a segment of a path is a secret: by its look, or because it has no meaning and stands below a word such as {@code sessions}. */
    static boolean isSecret(String before, String segment) {
        return LikelySecret.mayBe("", segment)
                || !Secrets.url(segment).equals(segment)
                || (Secrets.isName(before) && isOpaque(segment));
    }

    private static boolean isOpaque(String segment) {
        return THROWN.matcher(segment).matches()
                || TextForm.ofIdentifier(segment)
                        .filter(form -> form == TextForm.UUID || form == TextForm.HEX)
                        .isPresent();
    }
}
