package dev.contract.broker.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The branches and the versions on them. */
public interface Branches {

    Optional<Branch> find(Party owner, BranchName name);

    /** Newest activity first. */
    default List<Branch> all(Party owner) {
        return named(owner, "", Slice.ALL);
    }

    /** Those whose name holds the text, whatever its case, newest activity first; every name holds the empty text. */
    List<Branch> named(Party owner, String part, Slice slice);

    long count(Party owner, String part);

    /** The version that was added to the branch last. */
    Optional<Version> head(Party owner, BranchName name);

    /** Newest first. */
    default List<Version> versions(Party owner, BranchName name) {
        return versions(owner, name, Slice.ALL);
    }

    List<Version> versions(Party owner, BranchName name, Slice slice);

    long countVersions(Party owner, BranchName name);

    /** By name. */
    List<BranchMember> of(Version version);

    /** The same of several versions, at least one and at most a thousand. */
    List<BranchMember> of(Collection<Version> versions);

    Optional<BranchMember> member(Version version, BranchName name);

    /** Puts a version on a branch, which becomes its head; one that is on it already moves nothing. */
    Created<BranchMember> add(Version version, BranchName name, Instant now);

    void remove(BranchMember member);

    /** Removes the branch; its versions stay. */
    void delete(Branch branch);
}
