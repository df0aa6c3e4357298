package dev.contract.openapi.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that a request needs to be let in.
 *
 * @param scheme what the document calls it
 * @param in where it stands
 * @param name of the header, query parameter or cookie; of {@link In#AUTHORIZATION} how its value begins, or {@code ""}
 */
public record SecurityNeed(String scheme, In in, String name) {
    /** Where it stands in a request. */
    public enum In {
        HEADER,
        QUERY,
        COOKIE,
        /** The header {@code Authorization}. */
        AUTHORIZATION,
        /** Below HTTP, or nowhere that is known here. */
        ELSEWHERE
    }

    /** Alternatives in words: {@code the header X-Key, or the header Authorization: Bearer …}. */
    public static String described(List<List<SecurityNeed>> alternatives) {
        return alternatives.stream()
                .map(each -> each.stream().map(SecurityNeed::described).collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", or "));
    }

    private String described() {
        return switch (in) {
            case HEADER -> "the header " + name;
            case QUERY -> "the query parameter " + name;
            case COOKIE -> "the cookie " + name;
            case AUTHORIZATION -> "the header Authorization" + (name.isEmpty() ? "" : ": " + name + "…");
            case ELSEWHERE -> scheme;
        };
    }
}
