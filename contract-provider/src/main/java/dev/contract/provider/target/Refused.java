package dev.contract.provider.target;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;

/** What a service says that does not do what it is asked for. */
public final class Refused {
    private static final int LONGEST = 200;

    private Refused() {}

    /** {@code status 500: no such table}, in one line, and without secrets. */
    public static String words(HttpResponse response) {
        String text = Secrets.masked(
                        Shortened.to(LONGEST, response.body().text().strip()))
                .replaceAll("\\s+", " ");
        return "status " + response.status() + (text.isEmpty() ? "" : ": " + text);
    }
}
