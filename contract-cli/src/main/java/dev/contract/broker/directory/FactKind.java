package dev.contract.broker.directory;

import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.Fact.ApplicationDescribed;
import dev.contract.broker.domain.fact.Fact.ApplicationMade;
import dev.contract.broker.domain.fact.Fact.ApplicationRemoved;
import dev.contract.broker.domain.fact.Fact.BranchJoined;
import dev.contract.broker.domain.fact.Fact.BranchLeft;
import dev.contract.broker.domain.fact.Fact.BranchRemoved;
import dev.contract.broker.domain.fact.Fact.Deployed;
import dev.contract.broker.domain.fact.Fact.Described;
import dev.contract.broker.domain.fact.Fact.EnvironmentChanged;
import dev.contract.broker.domain.fact.Fact.EnvironmentMade;
import dev.contract.broker.domain.fact.Fact.EnvironmentRemoved;
import dev.contract.broker.domain.fact.Fact.IntegrationRemoved;
import dev.contract.broker.domain.fact.Fact.LabelRemoved;
import dev.contract.broker.domain.fact.Fact.Labelled;
import dev.contract.broker.domain.fact.Fact.PactRemoved;
import dev.contract.broker.domain.fact.Fact.Published;
import dev.contract.broker.domain.fact.Fact.Released;
import dev.contract.broker.domain.fact.Fact.ResultRemoved;
import dev.contract.broker.domain.fact.Fact.SupportEnded;
import dev.contract.broker.domain.fact.Fact.Tagged;
import dev.contract.broker.domain.fact.Fact.Undeployed;
import dev.contract.broker.domain.fact.Fact.Untagged;
import dev.contract.broker.domain.fact.Fact.Verified;
import dev.contract.broker.domain.fact.Fact.VersionBuilt;
import dev.contract.broker.domain.fact.Fact.VersionMade;
import dev.contract.broker.domain.fact.Fact.VersionRemoved;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How facts of one kind stand in a file.
 *
 * @param word what the kind is called there
 */
record FactKind<F extends Fact>(
        String word, Class<F> type, BiConsumer<F, FactWriter> writing, Function<FactReader, F> reading) {
    private static final List<FactKind<?>> ALL = List.of(
            new FactKind<>(
                    "application-made",
                    ApplicationMade.class,
                    (fact, out) -> out.application(fact.application()),
                    in -> new ApplicationMade(in.application())),
            new FactKind<>(
                    "application-described",
                    ApplicationDescribed.class,
                    (fact, out) -> out.application(fact.application())
                            .text("detail", fact.detail().text())
                            .textOrNull("value", fact.value()),
                    FactReader::described),
            new FactKind<>(
                    "application-removed",
                    ApplicationRemoved.class,
                    (fact, out) -> out.application(fact.application()),
                    in -> new ApplicationRemoved(in.application())),
            new FactKind<>(
                    "labelled",
                    Labelled.class,
                    (fact, out) -> out.application(fact.application())
                            .text("label", fact.label().value()),
                    in -> new Labelled(in.application(), in.label())),
            new FactKind<>(
                    "label-removed",
                    LabelRemoved.class,
                    (fact, out) -> out.application(fact.application())
                            .text("label", fact.label().value()),
                    in -> new LabelRemoved(in.application(), in.label())),
            new FactKind<>(
                    "version-made",
                    VersionMade.class,
                    (fact, out) -> out.version(fact.version()),
                    in -> new VersionMade(in.version())),
            new FactKind<>(
                    "version-built",
                    VersionBuilt.class,
                    (fact, out) -> out.version(fact.version()).textOrNull("buildUrl", fact.buildUrl()),
                    in -> new VersionBuilt(in.version(), in.textOrNull("buildUrl"))),
            new FactKind<>(
                    "version-removed",
                    VersionRemoved.class,
                    (fact, out) -> out.version(fact.version()),
                    in -> new VersionRemoved(in.version())),
            new FactKind<>(
                    "branch-joined",
                    BranchJoined.class,
                    (fact, out) -> out.version(fact.version()).branch(fact.branch()),
                    in -> new BranchJoined(in.version(), in.branch())),
            new FactKind<>(
                    "branch-left",
                    BranchLeft.class,
                    (fact, out) -> out.version(fact.version()).branch(fact.branch()),
                    in -> new BranchLeft(in.version(), in.branch())),
            new FactKind<>(
                    "branch-removed",
                    BranchRemoved.class,
                    (fact, out) -> out.application(fact.application()).branch(fact.branch()),
                    in -> new BranchRemoved(in.application(), in.branch())),
            new FactKind<>(
                    "tagged",
                    Tagged.class,
                    (fact, out) -> out.version(fact.version()).tag(fact.tag()),
                    in -> new Tagged(in.version(), in.tag())),
            new FactKind<>(
                    "untagged",
                    Untagged.class,
                    (fact, out) -> out.version(fact.version()).tag(fact.tag()),
                    in -> new Untagged(in.version(), in.tag())),
            new FactKind<>(
                    "published",
                    Published.class,
                    (fact, out) -> out.consumerVersion(fact.consumer())
                            .provider(fact.provider())
                            .document(fact)
                            .textOrNull(
                                    "before",
                                    fact.before() == null ? null : fact.before().value()),
                    FactReader::published),
            new FactKind<>(
                    "described",
                    Described.class,
                    (fact, out) -> out.version(fact.provider())
                            .text("contentType", fact.contentType())
                            .text("document", fact.sha().value())
                            .text("content", Base64.getEncoder().encodeToString(fact.content()))
                            .flagOrNull("selfVerified", fact.selfVerified())
                            .jsonOrNull(
                                    "selfVerification",
                                    fact.selfVerification().isEmpty() ? null : fact.selfVerification()),
                    FactReader::ofProvider),
            new FactKind<>(
                    "pact-removed",
                    PactRemoved.class,
                    (fact, out) -> out.consumerVersion(fact.consumer()).provider(fact.provider()),
                    in -> new PactRemoved(in.consumerVersion(), in.provider())),
            new FactKind<>(
                    "verified",
                    Verified.class,
                    (fact, out) -> out.content(fact.content())
                            .providerVersion(fact.provider())
                            .flag("success", fact.success())
                            .textOrNull("buildUrl", fact.buildUrl())
                            .flag("wip", fact.wip())
                            .flagOrNull("pending", fact.pending())
                            .jsonOrNull("testResults", fact.details().testResults())
                            .jsonOrNull("verifiedBy", fact.details().verifiedBy()),
                    FactReader::verified),
            new FactKind<>(
                    "result-removed",
                    ResultRemoved.class,
                    (fact, out) -> out.content(fact.content())
                            .providerVersion(fact.provider())
                            .text("verifiedAt", fact.verifiedAt().toString()),
                    in -> new ResultRemoved(in.content(), in.providerVersion(), in.time("verifiedAt"))),
            new FactKind<>(
                    "environment-made",
                    EnvironmentMade.class,
                    (fact, out) -> out.text("uuid", fact.uuid()).details(fact.details()),
                    in -> new EnvironmentMade(in.text("uuid"), in.details())),
            new FactKind<>(
                    "environment-changed",
                    EnvironmentChanged.class,
                    (fact, out) -> out.place(fact.environment()).details(fact.details()),
                    in -> new EnvironmentChanged(in.place(), in.details())),
            new FactKind<>(
                    "environment-removed",
                    EnvironmentRemoved.class,
                    (fact, out) -> out.place(fact.environment()),
                    in -> new EnvironmentRemoved(in.place())),
            new FactKind<>(
                    "deployed",
                    Deployed.class,
                    (fact, out) -> out.version(fact.version())
                            .place(fact.environment())
                            .textOrNull("instance", fact.instance())
                            .text("uuid", fact.uuid()),
                    in -> new Deployed(in.version(), in.place(), in.textOrNull("instance"), in.text("uuid"))),
            new FactKind<>(
                    "undeployed",
                    Undeployed.class,
                    (fact, out) -> out.version(fact.version())
                            .place(fact.environment())
                            .textOrNull("instance", fact.instance()),
                    in -> new Undeployed(in.version(), in.place(), in.textOrNull("instance"))),
            new FactKind<>(
                    "released",
                    Released.class,
                    (fact, out) -> out.version(fact.version())
                            .place(fact.environment())
                            .text("uuid", fact.uuid()),
                    in -> new Released(in.version(), in.place(), in.text("uuid"))),
            new FactKind<>(
                    "support-ended",
                    SupportEnded.class,
                    (fact, out) -> out.version(fact.version()).place(fact.environment()),
                    in -> new SupportEnded(in.version(), in.place())),
            new FactKind<>(
                    "integration-removed",
                    IntegrationRemoved.class,
                    (fact, out) -> out.consumer(fact.consumer()).provider(fact.provider()),
                    in -> new IntegrationRemoved(in.consumer(), in.provider())));

    private static final Map<Class<?>, FactKind<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toMap(FactKind::type, each -> each));
    private static final Map<String, FactKind<?>> BY_WORD =
            ALL.stream().collect(Collectors.toMap(FactKind::word, each -> each));

    static Optional<FactKind<?>> called(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    static FactKind<?> of(Fact fact) {
        FactKind<?> kind = BY_TYPE.get(fact.getClass());
        if (kind == null) {
            throw new IllegalStateException("no kind for " + fact);
        }
        return kind;
    }

    void write(Fact fact, FactWriter out) {
        writing.accept(type.cast(fact), out);
    }

    F read(FactReader in) {
        return reading.apply(in);
    }
}
