package dev.contract.broker.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tags on versions. */
public interface Tags {

    /** By name. */
    List<Tag> of(Version version);

    /** The same of several versions, at least one and at most a thousand. */
    List<Tag> of(Collection<Version> versions);

    Optional<Tag> find(Version version, TagName name);

    /** The newest version with the tag. */
    Optional<Version> latest(Party owner, TagName name);

    /** Newest first. */
    default List<Version> versions(Party owner, TagName name) {
        return versions(owner, name, Slice.ALL);
    }

    List<Version> versions(Party owner, TagName name, Slice slice);

    long countVersions(Party owner, TagName name);

    /** When a version of this application carried the tag for the first time; empty when none does. */
    Optional<Instant> firstUsed(Party owner, TagName name);

    /** The tags of this application, each once. */
    List<TagName> names(Party owner);

    Created<Tag> add(Version version, TagName name, Instant now);

    void remove(Tag tag);
}
