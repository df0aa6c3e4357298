package dev.contract.core.json;

/**
 * What a JSON text may cost at the most.
 *
 * <p>Immutable.
 *
 * @param bytes length of the whole text
 * @param depth arrays and objects inside each other
 * @param stringLength characters of one string
 */
public record JsonLimits(int bytes, int depth, int stringLength) {
    /** For bodies that a service or its client sent: 64 MiB, 500 levels, 20 million characters in a string. */
    public static final JsonLimits BODY = new JsonLimits(64 << 20, 500, 20_000_000);

    /** For contract files: 64 MiB, 128 levels, 20 million characters in a string. */
    public static final JsonLimits FILE = new JsonLimits(64 << 20, 128, 20_000_000);

    /** By hand, because a record's own one is linked when it is first called: 20 milliseconds before the first document of a JVM is read. */
    @Override
    public int hashCode() {
        return (bytes * 31 + depth) * 31 + stringLength;
    }
}
