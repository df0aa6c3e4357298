package dev.contract.broker.api;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import java.util.Locale;
import java.util.Objects;

/** The fields of a form that a browser sent. */
public record Form(Query fields) {
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final int LONGEST = 16_384;

    /** The form of a request; without fields when it has none, or a longer one than any of ours. */
    public static Form of(HttpRequest request) {
        return isForm(request) && request.body().bytes().length <= LONGEST
                ? new Form(Query.parse(request.body().text()))
                : new Form(Query.EMPTY);
    }

    static boolean isForm(HttpRequest request) {
        return request.headers()
                .first("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith(TYPE))
                .orElse(false);
    }

    /** The value of a field; empty when there is none. */
    public String value(String name) {
        return fields.values(name).stream().filter(Objects::nonNull).findFirst().orElse("");
    }
}
