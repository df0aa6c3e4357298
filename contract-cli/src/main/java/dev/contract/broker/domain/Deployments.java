package dev.contract.broker.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is and was deployed and released where. */
public interface Deployments {

    /** The versions of an application that are in an environment now, each once, newest first. */
    List<LiveVersion> live(Environment environment, Party owner);

    /** The environments that a version is in now, by name. */
    List<Environment> environmentsOf(Version version);

    /** The same of several versions, at least one and at most a thousand; those that are nowhere are left out. */
    Map<Version, List<Environment>> environmentsOf(Collection<Version> versions);

    /** The versions of an application that are in any environment now, with the environment. */
    List<DeployedVersion> deployed(Party owner);

    List<ReleasedVersion> released(Party owner);

    List<DeployedVersion> deployed(Environment environment);

    List<ReleasedVersion> supported(Environment environment);

    /** Every deployment of this version, the ended ones too. */
    List<DeployedVersion> history(Version version);

    /** Every release of this version, the ended ones too. */
    List<ReleasedVersion> releases(Version version);

    Optional<DeployedVersion> deployment(String uuid);

    Optional<ReleasedVersion> release(String uuid);

    /** What is deployed on an instance now. */
    Optional<DeployedVersion> current(Environment environment, Party owner, @Nullable String instance);

    DeployedVersion deploy(
            String uuid, Version version, Environment environment, @Nullable String instance, Instant now);

    DeployedVersion undeploy(DeployedVersion deployed, Instant now);

    /** Releases a version; one whose support had ended is supported again. */
    Created<ReleasedVersion> release(String uuid, Version version, Environment environment, Instant now);

    ReleasedVersion endSupport(ReleasedVersion released, Instant now);
}
