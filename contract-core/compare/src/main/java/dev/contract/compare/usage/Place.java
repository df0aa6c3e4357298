package dev.contract.compare.usage;

import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.secret.Secrets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A place in the exchanges of an operation.
 *
 * <p>Immutable; in the order of reports, by which names of headers are the same in any case.
 *
 * @param status of the response: {@code 200}, {@code 2XX}, {@code default}; {@code ""} for messages, and for what the consumer sends
 * @param name of the header, parameter or metadata, without case where it has none; {@code ""} for the status
 * @param path of a field, with stars for the positions of arrays and for keys that are data; the root for all else
 */
public record Place(String status, Part part, String name, RulePath path) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing((Place place) -> !place.status.isEmpty())
            .thenComparing(Place::status)
            .thenComparing(Place::part)
            .thenComparing(Place::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(place -> place.isHeader() ? "" : place.name);

    static Place status(String status) {
        return new Place(status, Part.STATUS, "", RulePath.ROOT);
    }

    static Place named(String status, Part part, String name) {
        return new Place(status, part, name, RulePath.ROOT);
    }

    static Place field(String status, Part part, RulePath path) {
        return new Place(status, part, path.toString(), path);
    }

    /** What makes a place: names of headers are the same in any case. */
    record Key(String status, Part part, String name) {}

    Key key() {
        return new Key(status, part, isHeader() ? name.toLowerCase(Locale.ROOT) : name);
    }

    /** The same place in another response. */
    Place at(String other) {
        return new Place(other, part, name, path);
    }

    private boolean isHeader() {
        return part == Part.HEADER || part == Part.REQUEST_HEADER;
    }

    boolean isField() {
        return part == Part.FIELD || part == Part.REQUEST_FIELD;
    }

    /** Whether its own name promises a secret; what lies in an object is none for the name of the object. */
    boolean isSecret() {
        List<Token> tokens = path.tokens();
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return isField() ? last instanceof Field field && Secrets.isName(field.name()) : Secrets.isName(name);
    }

    /** Whether somebody who reads the other reads this as well, if this is what a provider offers. */
    boolean isReadWith(Place other) {
        return part == other.part
                && isStatus(status, other.status)
                && (isField()
                        ? isPath(path.tokens(), other.path.tokens())
                        : (isHeader() ? name.equalsIgnoreCase(other.name) : name.equals(other.name)));
    }

    /** Whether the other lies in this. */
    boolean holds(Place other) {
        if (part == Part.STATUS) {
            return status.equals(other.status) && other.part != Part.STATUS;
        }
        List<Token> outer = path.tokens();
        List<Token> inner = other.path.tokens();
        return isField()
                && part == other.part
                && status.equals(other.status)
                && outer.size() < inner.size()
                && isPath(outer, inner.subList(0, outer.size()));
    }

    /** A class of statuses has each of its numbers in it. */
    static boolean isStatus(String one, String other) {
        return one.equals(other)
                || (one.length() == 3
                        && other.length() == 3
                        && one.charAt(0) == other.charAt(0)
                        && (one.endsWith("XX") || other.endsWith("XX")));
    }

    /** The root and the elements of an array have no name: nobody can drop them alone, and they are told of only when they are values. */
    static boolean isNamed(RulePath path) {
        List<Token> tokens = path.tokens();
        return !tokens.isEmpty() && !(tokens.get(tokens.size() - 1) instanceof AnyIndex);
    }

    static boolean isPath(List<Token> one, List<Token> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = isStep(one.get(i), other.get(i)) || isStep(other.get(i), one.get(i));
        }
        return same;
    }

    private static boolean isStep(Token open, Token step) {
        return open.equals(step) || open instanceof AnyEntry || (open instanceof AnyIndex && step instanceof Index);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code status 404}, {@code header Location}, {@code $.address.zip}; without the status of what is not the status itself. */
    @Override
    public String toString() {
        String shown = part == Part.STATUS ? status : name;
        return part.word().isEmpty() ? shown : part.word() + " " + shown;
    }
}
