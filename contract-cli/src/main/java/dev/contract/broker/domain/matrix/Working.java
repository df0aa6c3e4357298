package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Version;
import java.util.List;

/**
 * How an answer came about.
 *
 * @param members who took part, the named applications first
 * @param required the pairs that must have a result
 * @param found every row, before the older ones of each group went
 * @param newest those that were left then
 */
public record Working(List<Member> members, List<Pair> required, List<MatrixRow> found, List<MatrixRow> newest) {
    public Working {
        members = List.copyOf(members);
        required = List.copyOf(required);
        found = List.copyOf(found);
        newest = List.copyOf(newest);
    }

    /** A consumer and a provider. */
    public record Pair(Party consumer, Party provider) {}

    /** A version that takes part, and by which choice. */
    public record Chosen(Version version, Pick by) {}

    /**
     * An application that took part.
     *
     * @param named whether the question named it; otherwise it is a neighbour of one that was named
     * @param everything whether all its versions took part, which are not listed then
     * @param vain the choices that found no version
     */
    public record Member(Party party, boolean named, boolean everything, List<Chosen> chosen, List<Pick> vain) {
        public Member {
            chosen = List.copyOf(chosen);
            vain = List.copyOf(vain);
        }

        public List<Version> versions() {
            return chosen.stream().map(Chosen::version).toList();
        }
    }
}
