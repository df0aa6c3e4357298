package dev.contract.broker.domain.plan;

import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.LiveVersion;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import java.util.List;
import java.util.stream.Stream;

/** Which versions are in an environment, now and after a deployment. */
final class Landscape {
    private final Environment environment;
    private final Transaction kept;

    Landscape(Environment environment, Transaction kept) {
        this.environment = environment;
        this.kept = kept;
    }

    List<Version> now(Party owner) {
        return kept.deployments().live(environment, owner).stream()
                .map(LiveVersion::version)
                .toList();
    }

    /** What is there of an application once this version of it was deployed without an instance. */
    List<Version> with(Version version) {
        Stream<Version> instances = kept.deployments().deployed(version.owner()).stream()
                .filter(each -> each.environment().id() == environment.id() && each.instance() != null)
                .map(DeployedVersion::version);
        Stream<Version> released = kept.deployments().released(version.owner()).stream()
                .filter(each -> each.environment().id() == environment.id() && each.supported())
                .map(each -> each.version());
        return Stream.concat(Stream.of(version), Stream.concat(instances, released))
                .distinct()
                .toList();
    }
}
