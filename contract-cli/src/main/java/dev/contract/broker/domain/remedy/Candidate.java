package dev.contract.broker.domain.remedy;

import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import org.jspecify.annotations.Nullable;

/**
 * A version that an action is about: one that the broker knows, or one yet to be made.
 *
 * @param number null when nobody knows it yet
 * @param version null when the broker does not know it yet
 */
public record Candidate(
        Party owner,
        @Nullable VersionNumber number,
        @Nullable Version version) {

    static Candidate of(Version version) {
        return new Candidate(version.owner(), version.number(), version);
    }

    /** A version that somebody asked about, and that is not here. */
    static Candidate wanted(Party owner, VersionNumber number) {
        return new Candidate(owner, number, null);
    }

    /** Whatever is built next. */
    static Candidate next(Party owner) {
        return new Candidate(owner, null, null);
    }

    /** As commands have it; a place to be filled in where it is not known. */
    public String word() {
        return number == null ? "VERSION" : number.value();
    }

    @Override
    public String toString() {
        return number == null ? "a new version of " + owner : owner + " " + number;
    }
}
