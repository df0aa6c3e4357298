package dev.contract.consumer;

/**
 * What an author writes where a value may vary: an example, a rule, perhaps a generator. Made by {@link Matchers}.
 *
 * <pre>{@code
 * object("user_id", "user123", "name", like("Alice"), "joined", isoDate("2024-02-29"))
 * }</pre>
 *
 * <p>Matchers stand anywhere inside each other, inside maps, lists and arrays, and in the fields of objects. Immutable.
 */
public final class Matcher {
    private final Shape shape;

    Matcher(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    /** The example as compact JSON. */
    @Override
    public String toString() {
        return shape.example().toJson();
    }
}
