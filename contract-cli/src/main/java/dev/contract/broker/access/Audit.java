package dev.contract.broker.access;

import dev.contract.core.http.HttpRequest;
import java.util.Optional;

/**
 * Who changed what, from where, and how that ended: a line for each request that would change something; and one for each name that came with a
 * wrong password.
 */
final class Audit {
    private static final System.Logger LOG = System.getLogger("dev.contract.broker.audit");
    private static final int LONGEST = 500;

    private Audit() {}

    static void write(boolean isUnguarded, Caller caller, HttpRequest request, int status, String from) {
        System.Logger.Level level = isUnguarded ? System.Logger.Level.DEBUG : System.Logger.Level.INFO;
        LOG.log(level, () -> line(caller, request, status, from));
    }

    /** Neither the password, nor what was asked for: many of these tell that somebody guesses, and whose password. */
    static void writeFailedLogIn(String name, String from) {
        LOG.log(System.Logger.Level.INFO, () -> "failed log-in name=" + clean(name) + " from=" + clean(from));
    }

    private static String line(Caller caller, HttpRequest request, int status, String from) {
        Optional<String> client = request.headers().first("X-Forwarded-For");
        return "who=" + clean(caller.name()) + " from=" + clean(from)
                + client.map(address -> " for=" + clean(address)).orElse("")
                + " " + clean(request.method()) + " " + clean(request.path()) + " " + status;
    }

    /** What a client sent cannot end the line, or look like another part of it. */
    private static String clean(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return shown.replaceAll("[^!-~…]", "?");
    }
}
