package dev.contract.consumer;

/**
 * A body that is no JSON: a form, an XML document, or several parts; made by {@link Matchers#form}, {@link Matchers#xml} and {@link
 * Matchers#multipart}. Immutable.
 */
public final class ExampleBody {
    private final Contents contents;

    ExampleBody(Contents contents) {
        this.contents = contents;
    }

    Contents contents() {
        return contents;
    }
}
