package dev.contract.cli;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a build tool or a shell should have put a value in place of: {@code ${commit}}, {@code @project.version@}, {@code %BUILD_NUMBER%}. */
final class Unreplaced {
    private static final Pattern PLACE =
            Pattern.compile("\\$\\{[^}]*}|\\$\\([^)]*\\)|\\{\\{[^}]*}}|^\\$\\w+$|^@[\\w.]+@$|^%\\w+%$");

    private Unreplaced() {}

    static boolean isIn(String text) {
        return PLACE.matcher(text).find();
    }

    /**
     * Whether the value of an option is one, for none is.
     *
     * @param value null where the option is not given
     * @throws WrongUsage if there is such a place in it
     */
    static void refuse(String option, @Nullable String value) {
        if (value != null && isIn(value)) {
            throw new WrongUsage(option + " is " + value + ": nobody has put a value in its place");
        }
    }
}
