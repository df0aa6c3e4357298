package dev.contract.broker.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions of the applications. */
public interface Versions {

    Optional<Version> find(Party owner, VersionNumber number);

    Created<Version> ensure(Party owner, VersionNumber number, Instant now);

    Optional<Version> latest(Party owner);

    /** Newest first. */
    List<Version> all(Party owner, Slice slice);

    long count(Party owner);

    Version withBuildUrl(Version version, @Nullable String buildUrl);

    /** Removes the version with its pacts, results, tags, memberships, deployments and releases. */
    void delete(Version version);
}
