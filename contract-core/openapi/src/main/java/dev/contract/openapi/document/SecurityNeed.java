package dev.contract.openapi.document;

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
}
