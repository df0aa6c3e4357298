package dev.contract.lint;

import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Quoted;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One finding about a contract file.
 *
 * <p>Immutable.
 *
 * @param code short and stable, for example {@code LINT-EXAMPLE}
 * @param what one sentence without a full stop
 * @param found what stands there; null when {@code what} says it all
 * @param mend what to do about it; null when nothing can be advised
 */
public record LintFinding(
        String code,
        Severity severity,
        String what,
        Place place,
        @Nullable String found,
        @Nullable String mend) {

    /** How much it matters. */
    public enum Severity {
        /** Tools that read the file must come to different results, or to none. */
        ERROR,
        /** The file says something else than its author probably meant, or something that will not last. */
        WARNING,
        /** It could be said better. */
        ADVICE
    }

    /**
     * Where a finding is.
     *
     * @param location in the file, as far as it is known
     * @param interaction its description; null when the finding is about the file as a whole
     * @param path of the value in the interaction, for example {@code response.body $.name}; empty for all of it
     */
    public record Place(Location location, @Nullable String interaction, String path) {
        @Override
        public String toString() {
            String where = interaction == null ? "" : ", interaction " + Quoted.text(interaction);
            return location + where + (path.isEmpty() ? "" : ", " + path);
        }
    }

    /** In the order of the file. */
    static final Comparator<LintFinding> ORDER = Comparator.<LintFinding>comparingInt(
                    finding -> finding.place().location().line())
            .thenComparingInt(finding -> finding.place().location().column())
            .thenComparing(LintFinding::severity)
            .thenComparing(LintFinding::code)
            .thenComparing(LintFinding::what);

    LintFinding withWhat(String other) {
        return new LintFinding(code, severity, other, place, found, mend);
    }

    LintFinding withFound(String other) {
        return new LintFinding(code, severity, what, place, other, mend);
    }

    /** The finding as users see it, laid out as problems are. */
    @Override
    public String toString() {
        return new Facts(severity + "  " + code + "  " + what)
                .add("where", place.toString())
                .add("found", found)
                .add("mend", mend)
                .toString();
    }
}
