package dev.contract.openapi.document;

import java.util.Optional;

/**
 * A parameter of an operation, a header of a response, or a field of a form (2.0).
 *
 * @param name compared without case where it is a header
 * @param in where it stands
 * @param required whether it has to be there
 * @param allowsEmpty whether it may be there without a value, whatever its schema
 * @param style how a value is written
 * @param explode whether each element of an array, or each entry of an object, is written on its own
 * @param schema what values are allowed; empty when the document does not say
 * @param isJson whether the text is JSON: a parameter with {@code content}
 * @param node where the document has it
 */
public record Parameter(
        String name,
        In in,
        boolean required,
        boolean allowsEmpty,
        Style style,
        boolean explode,
        Optional<Node> schema,
        boolean isJson,
        Node node) {

    /** Where a parameter stands in a message. */
    public enum In {
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        FORM
    }

    /** How the value of an array or object is written. */
    public enum Style {
        /** {@code a,b}, or {@code color=a&color=b}. */
        FORM,
        /** {@code a,b}. */
        SIMPLE,
        /** {@code a b}. */
        SPACE,
        /** {@code a|b}. */
        PIPE,
        /** {@code a}, a tab, {@code b}. */
        TAB,
        /** {@code color[R]=100&color[G]=200}. */
        DEEP_OBJECT,
        /** {@code .a.b}. */
        LABEL,
        /** {@code ;color=a,b}. */
        MATRIX
    }

    /** Whether the value is a file, of which nothing more is known (2.0). */
    public boolean isFile() {
        return schema.flatMap(each -> each.text("type")).filter("file"::equals).isPresent();
    }
}
