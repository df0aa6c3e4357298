package dev.contract.core.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One finding about a user's input: what is wrong, where, what was found, and how to mend it.
 *
 * <pre>{@code
 * Problem.error("CONTRACT-STATE", "no handler for provider state \"user 42 exists\"")
 *         .at("web-users.json:37:9, interaction \"get a user\"")
 *         .found("handlers for \"no users\", \"user 41 exists\"")
 *         .mend("add .state(\"user 42 exists\", …), or run with --missing-states=ignore");
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param code short and stable, upper case with hyphens, for example {@code CONTRACT-JSON}
 * @param severity whether the work can go on
 * @param what one sentence without a full stop
 * @param where a place the user can open; null when the problem has none
 * @param found what stands there; null when {@code what} says it all
 * @param mend what to do about it; null when nothing can be advised
 */
public record Problem(
        String code,
        Severity severity,
        String what,
        @Nullable String where,
        @Nullable String found,
        @Nullable String mend) {

    /** Whether the work can go on. */
    public enum Severity {
        /** The input cannot be used. */
        ERROR,
        /** The input is used; something in it was tolerated. */
        WARNING
    }

    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(what, "what");
    }

    /** A problem that stops the work on this input. */
    public static Problem error(String code, String what) {
        return new Problem(code, Severity.ERROR, what, null, null, null);
    }

    /** A problem that is tolerated. */
    public static Problem warning(String code, String what) {
        return new Problem(code, Severity.WARNING, what, null, null, null);
    }

    /** The same problem at a place, in words: {@code orders.json:3:7, interaction "get an order"}. */
    public Problem at(String place) {
        return new Problem(code, severity, what, place, found, mend);
    }

    /** The same problem at a place in a text. */
    public Problem at(Location place) {
        return at(place.toString());
    }

    /** The same problem with what was found there. */
    public Problem found(String finding) {
        return new Problem(code, severity, what, where, finding, mend);
    }

    /** The same problem with advice. */
    public Problem mend(String advice) {
        return new Problem(code, severity, what, where, found, advice);
    }

    /** The same problem as one that does not stop the work. */
    public Problem tolerated() {
        return new Problem(code, Severity.WARNING, what, where, found, mend);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The problem as users see it: a headline with the code, then {@code where}, {@code found} and {@code mend} as far as they are known. */
    @Override
    public String toString() {
        return new Facts(code + "  " + what)
                .add("where", where)
                .add("found", found)
                .add("mend", mend)
                .toString();
    }
}
