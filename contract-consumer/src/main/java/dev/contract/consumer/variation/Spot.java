package dev.contract.consumer.variation;

import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.List;

/** A place of an answer that can be changed. Immutable. */
public sealed interface Spot {

    /** A value in the body, or, at the root, the body as a whole. */
    record InBody(RulePath path) implements Spot {
        @Override
        public boolean covers(Spot other) {
            return other instanceof InBody body && begins(body.path().tokens(), path.tokens());
        }

        private static boolean begins(List<Token> path, List<Token> beginning) {
            boolean begins = path.size() >= beginning.size();
            for (int i = 0; begins && i < beginning.size(); i++) {
                begins = meet(path.get(i), beginning.get(i));
            }
            return begins;
        }

        private static boolean meet(Token one, Token other) {
            return one.equals(other)
                    || (one instanceof AnyIndex && other instanceof Index)
                    || (one instanceof Index && other instanceof AnyIndex);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A header with all its lines. */
    record Header(String name) implements Spot {
        @Override
        public boolean covers(Spot other) {
            return other instanceof Header header && header.name().equalsIgnoreCase(name);
        }

        @Override
        public String toString() {
            return "header " + name;
        }
    }

    /** The status. */
    record Status() implements Spot {
        @Override
        public boolean covers(Spot other) {
            return other instanceof Status;
        }

        @Override
        public String toString() {
            return "status";
        }
    }

    /** Whether the other one is this place, or lies in it. */
    boolean covers(Spot other);

    /** Whether only one of both can be changed at a time. */
    default boolean touches(Spot other) {
        return covers(other) || other.covers(this);
    }
}
