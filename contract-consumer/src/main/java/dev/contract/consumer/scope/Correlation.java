package dev.contract.consumer.scope;

import dev.contract.core.model.RulePath;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;

/**
 * The value in a request that tells to which test it belongs.
 *
 * <pre>{@code
 * import static dev.contract.consumer.scope.Correlation.*;
 *
 * header("X-Request-ID").is(id)
 * path("/tenants/42")                  // this path, and all below it
 * path("/tenants/{tenant}/orders/7")   // whatever the tenant
 * query("tenant").is(42)
 * body("$.order.id").is("7")
 * }</pre>
 *
 * <p>Where a request meets several, a header comes before a value in the body, that before a query parameter, and all of them before a path; of
 * paths the longest, then the one with the fewest places that may be anything. Immutable.
 */
public final class Correlation {
    private final Trait trait;
    private final String value;

    private Correlation(Trait trait, String value) {
        this.trait = trait;
        this.value = value;
    }

    /** A trait of requests whose value is still to be said. */
    public static final class Open {
        private final Trait trait;

        private Open(Trait trait) {
            this.trait = trait;
        }

        /** The condition that it has this value, as a text. */
        public Correlation is(Object value) {
            return new Correlation(trait, value.toString());
        }
    }

    /** By the first value of a header, which is compared with case. */
    public static Open header(String name) {
        return new Open(new Trait.OfHeader(name));
    }

    /** By the first value of a query parameter, decoded. */
    public static Open query(String name) {
        return new Open(new Trait.OfQuery(name));
    }

    /**
     * By a text, number or boolean in a JSON body, an element or attribute of XML, or a field of a form.
     *
     * @param path {@code "$.order.id"} or {@code "$.items[0].id"}; in XML {@code "$.order.customer.@id"}, from the root; of a form
     *     {@code "$.tenant"}
     */
    public static Open body(String path) {
        return new Open(RulePath.parse(path)
                .filter(RulePath::isPlain)
                .<Trait>map(Trait.OfBody::new)
                .orElseGet(
                        () -> refused("the place in a body is not named by keys and positions", path, "$.order.id")));
    }

    /**
     * By the path, or what it begins with: whole segments, decoded.
     *
     * @param path begins with a slash and a segment; of a segment in braces any value will do
     */
    public static Correlation path(String path) {
        if (!path.startsWith("/") || path.length() == 1) {
            Trait none =
                    refused("a path that tells requests apart begins with a slash and a segment", path, "/tenants/42");
            return new Correlation(none, path);
        }
        Trait.OfPath trait = Trait.OfPath.like(path);
        return new Correlation(trait, trait.own(path));
    }

    private static Trait refused(String what, String found, String mend) {
        return new Trait.Refused(Problem.error("CONTRACT-SCOPE", what)
                .found(Quoted.text(found))
                .mend("write it like " + Quoted.text(mend)));
    }

    Trait trait() {
        return trait;
    }

    /**
     * This one, if requests can meet it. What cannot is told here and where a scope is opened, not where it is written: only who opens the scope
     * knows the line of the test.
     *
     * @throws ContractException if it is no path, or a place in a body with wildcards
     */
    public Correlation checked() {
        if (trait instanceof Trait.Refused refused) {
            throw new ContractException(refused.problem());
        }
        return this;
    }

    /** Where the value stands: {@code header}, {@code query}, {@code body} or {@code path}. */
    public String kind() {
        return trait.kind();
    }

    /** The name of the header or parameter, the path in the body; empty for a path of the request. */
    public String name() {
        return trait.name();
    }

    /** The value that is demanded. */
    public String value() {
        return value;
    }

    /** {@code header "X-Request-ID" is "42"}. */
    @Override
    public String toString() {
        return trait instanceof Trait.OfPath ? "path " + Quoted.text(value) : trait + " is " + Quoted.text(value);
    }
}
