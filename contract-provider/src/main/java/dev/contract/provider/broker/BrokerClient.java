package dev.contract.provider.broker;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.ContractPick.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a broker and tells it things.
 *
 * <pre>{@code
 * var broker = new BrokerClient(HttpBrokerTransport.to(url).build(), url);
 * broker.environments().forEach(environment -> System.out.println(environment.name()));
 * }</pre>
 *
 * <p>Every method throws a {@link BrokerException} if the broker cannot be reached or says no. As thread-safe as its transport.
 */
public final class BrokerClient {
    private static final String CODE = "CONTRACT-BROKER";

    /** Versions that are fetched to find one with another contract, where the broker does not know which it is. */
    private static final int MOST_COMPARED = 50;

    private final Hal hal;

    /**
     * A client of the broker at the other end of a transport.
     *
     * @param base the broker's base URL, as it stands at the start of its links
     */
    public BrokerClient(BrokerTransport transport, String base) {
        this.hal = new Hal(transport, base);
    }

    /** A resource at a path that clients are expected to know; the segments are encoded. */
    public BrokerResource at(String... segments) {
        return new BrokerResource(
                hal, hal.url("/" + Stream.of(segments).map(Link::segment).collect(Collectors.joining("/"))));
    }

    /** A resource at the end of a link. */
    public BrokerResource to(String href) {
        return new BrokerResource(hal, href);
    }

    /** Publishes contracts; all of them or, when the broker says no, none. */
    public Published publish(Publication publication) {
        String task = "publish the contracts";
        String url = hal.index(task).link("pb:publish-contracts").href();
        HalDocument answer = hal.post(task, url, publication.toJson());
        return new Published(Notice.all(answer.json(), "type"), answer.links("pb:contracts"), answer.json());
    }

    /**
     * The contracts that a provider is to verify; none when the broker knows the provider, but selects nothing.
     *
     * @throws BrokerException also if the broker does not know the provider
     */
    public List<SelectedContract> contractsToVerify(String provider, VerificationSelection selection) {
        return findContractsToVerify(provider, selection)
                .orElseThrow(() -> new BrokerException(
                        404, Problem.error(CODE, "the broker does not know the provider " + Quoted.text(provider))));
    }

    /** As {@link #contractsToVerify}; empty when the broker does not know the provider. */
    Optional<List<SelectedContract>> findContractsToVerify(String provider, VerificationSelection selection) {
        String task = "find the contracts that " + Quoted.text(provider) + " is to verify";
        HalDocument index = hal.index(task);
        String relation = "pb:provider-pacts-for-verification";
        Link link = index.find("beta:provider-pacts-for-verification")
                .filter(old -> index.find(relation).isEmpty())
                .orElseGet(() -> index.link(relation));
        return hal.findByPost(task, link.with("provider", provider).href(), selection.toJson())
                .map(answer -> answer.embedded("pacts").stream()
                        .map(pact -> SelectedContract.of(pact, answer.place()))
                        .toList());
    }

    /** The consumers that have published a contract with a provider, by name. */
    public List<String> consumersOf(String provider) {
        String task = "list the contracts with " + Quoted.text(provider);
        Link link = hal.index(task).link("pb:latest-provider-pacts").with("provider", provider);
        return hal.get(task, link.href()).links("pb:pacts").stream()
                .flatMap(pact -> Stream.ofNullable(pact.name()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The names of all applications. */
    public List<String> pacticipants() {
        String task = "list the applications";
        return hal.get(task, hal.index(task).link("pb:pacticipants").href()).embedded("pacticipants").stream()
                .flatMap(each -> each.string("name").stream())
                .sorted()
                .toList();
    }

    /**
     * The contracts of all versions of a consumer with a provider, the newest first.
     *
     * @throws BrokerException if there are none; it names those there are
     */
    public List<ContractVersion> contractVersions(String consumer, String provider) {
        String task = "list the contracts of " + Quoted.text(consumer) + " with " + Quoted.text(provider);
        List<ContractVersion> versions = hal
                .find(task, hal.url(pair(consumer, provider) + "/versions"))
                .map(found -> found.embedded("pacts"))
                .orElse(List.of())
                .stream()
                .flatMap(pact -> ContractVersion.of(pact).stream())
                .toList();
        if (versions.isEmpty()) {
            throw noPair(task, consumer, provider);
        }
        return versions;
    }

    /**
     * One of the contracts of a consumer with a provider.
     *
     * @throws BrokerException if there is none such; it names those there are
     */
    public FetchedContract contract(String consumer, String provider, ContractPick pick) {
        if (pick.kind() == Kind.ENVIRONMENT) {
            return contract(consumer, provider, deployed(consumer, pick.name()));
        }
        try {
            return fetch(hal.url(pair(consumer, provider) + pick.path()));
        } catch (BrokerException e) {
            throw e.status() == 404 ? noSuch(consumer, provider, pick) : e;
        }
    }

    /**
     * The contract before another of the same two: of the last version before it with other content; where there is none, of the
     * version before it. Empty when it is the first.
     */
    public Optional<FetchedContract> previous(FetchedContract contract, String consumer, String provider) {
        Optional<Link> distinct = contract.document().find("pb:previous-distinct");
        Optional<FetchedContract> known = distinct.flatMap(link -> found(link.href()));
        if (known.isPresent()) {
            return known;
        }
        List<ContractVersion> earlier = contractVersions(consumer, provider).stream()
                .dropWhile(each -> !each.number().equals(contract.consumerVersion()))
                .skip(1)
                .limit(distinct.isPresent() ? 1 : MOST_COMPARED)
                .toList();
        Optional<FetchedContract> nearest = Optional.empty();
        for (ContractVersion each : earlier) {
            FetchedContract before = fetch(each.url());
            if (!before.hasContentOf(contract)) {
                return Optional.of(before);
            }
            nearest = nearest.or(() -> Optional.of(before));
        }
        return nearest;
    }

    private Optional<FetchedContract> found(String url) {
        try {
            return Optional.of(fetch(url));
        } catch (BrokerException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String pair(String consumer, String provider) {
        return "/pacts/provider/" + Link.segment(provider) + "/consumer/" + Link.segment(consumer);
    }

    private BrokerException noSuch(String consumer, String provider, ContractPick pick) {
        List<String> numbers = contractVersions(consumer, provider).stream()
                .map(ContractVersion::number)
                .toList();
        List<String> branches = names("branches", "/pacticipants/" + Link.segment(consumer) + "/branches");
        Problem problem = Problem.error(
                        CODE,
                        "the broker has no such contract of " + Quoted.text(consumer) + " with "
                                + Quoted.text(provider))
                .at(pick.words());
        List<Kind> others = Stream.of(Kind.VERSION, Kind.BRANCH, Kind.TAG)
                .filter(kind -> kind != pick.kind() && has(consumer, provider, kind, pick.name()))
                .toList();
        return new BrokerException(
                404,
                others.isEmpty() ? ofNoKind(problem, pick, numbers, branches) : ofOtherKind(problem, pick, others));
    }

    private boolean has(String consumer, String provider, Kind kind, String name) {
        String url = hal.url(pair(consumer, provider) + new ContractPick(kind, name).path());
        return hal.find("look for a contract", url).isPresent();
    }

    private static Problem ofOtherKind(Problem problem, ContractPick pick, List<Kind> others) {
        String found = others.stream().map(kind -> "a " + word(kind)).collect(Collectors.joining(" and "));
        String meant =
                others.stream().map(kind -> Quoted.text(kind.of(pick.name()))).collect(Collectors.joining(" or "));
        return problem.found("no such " + word(pick.kind()) + ", but " + found + " of that name")
                .mend("did you mean " + meant + "?");
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Problem ofNoKind(Problem problem, ContractPick pick, List<String> numbers, List<String> branches) {
        String name = pick.name();
        if (names("environments", "/environments").contains(name)) {
            return problem.found("no such " + word(pick.kind()) + ", but an environment of that name")
                    .mend("did you mean " + Quoted.text(Kind.ENVIRONMENT.of(name)) + "?");
        }
        if (pick.kind() == Kind.BRANCH && !branches.isEmpty()) {
            return problem.found("versions of the branches " + NearNames.listed(name, branches))
                    .mend(NearNames.didYouMean(name, branches, "name a branch from which a contract was published"));
        }
        List<String> meant = NearNames.sorted(name, numbers).isEmpty()
                ? NearNames.sorted(name, branches).stream().map(Kind.BRANCH::of).toList()
                : NearNames.sorted(name, numbers);
        return problem.found("contracts of the versions " + NearNames.listed(name, numbers))
                .mend(meant.stream()
                        .findFirst()
                        .map(near -> "did you mean " + Quoted.text(near) + "?")
                        .orElse("name one of these, or tag:NAME, branch:NAME, environment:NAME or latest"));
    }

    /** Of what is embedded there; none where the broker cannot say. */
    private List<String> names(String list, String path) {
        return hal.find("list the " + list, hal.url(path)).map(found -> found.embedded(list)).orElse(List.of()).stream()
                .flatMap(each -> each.string("name").stream())
                .sorted()
                .toList();
    }

    private BrokerException noPair(String task, String consumer, String provider) {
        List<String> names = pacticipants();
        List<String> unknown = Stream.of(consumer, provider)
                .filter(name -> !names.contains(name))
                .toList();
        Problem problem = Problem.error(CODE, "could not " + task + ": there are none");
        if (!unknown.isEmpty()) {
            String first = unknown.get(0);
            return new BrokerException(
                    404,
                    problem.found("the broker does not know " + Quoted.text(first)
                                    + (names.isEmpty()
                                            ? ", nor anybody else"
                                            : ", but " + NearNames.listed(first, names)))
                            .mend(NearNames.didYouMean(first, names, "check the names, or publish the contract")));
        }
        List<String> consumers = consumersOf(provider);
        return new BrokerException(
                404,
                problem.found(
                                consumers.isEmpty()
                                        ? "no contract with " + Quoted.text(provider) + " at all"
                                        : "contracts of " + NearNames.listed(consumer, consumers))
                        .mend("check which of the two is the consumer, or publish the contract"));
    }

    /** A contract as the broker has it. */
    public FetchedContract fetch(String url) {
        return hal.fetch("fetch a contract", url);
    }

    /**
     * Makes a version of a provider known with its branch and tags; before the first result of it is published, so that the result
     * counts for them.
     *
     * @param contract any contract of the provider, for its links
     */
    public void announce(ProviderVersion version, FetchedContract contract) {
        if (version.branch() == null && version.tags().isEmpty()) {
            return;
        }
        String task = "record the branch and the tags of version " + Quoted.text(version.number());
        HalDocument provider =
                hal.get(task, contract.document().link("pb:provider").href());
        if (version.branch() != null) {
            put(task, provider.link("pb:branch-version").with("branch", version.branch()), version);
        }
        for (String tag : version.tags()) {
            put(task, provider.link("pb:version-tag").with("tag", tag), version);
        }
    }

    private void put(String task, Link link, ProviderVersion version) {
        hal.put(task, link.with("version", version.number()).href(), JsonObject.EMPTY);
    }

    /**
     * Publishes what the verification of a contract found.
     *
     * @return the broker's answer
     */
    public JsonObject publishOutcome(FetchedContract contract, ProviderVersion version, VerificationOutcome outcome) {
        String url = contract.document().link("pb:publish-verification-results").href();
        return hal.post("publish the verification result", url, outcome.toJson(version))
                .json();
    }

    /** Whether versions may be deployed. */
    public MatrixAnswer matrix(MatrixQuestion question) {
        return matrix(question, "");
    }

    /** As {@link #matrix}, with the steps that led to the answer; our own broker alone tells them. */
    public MatrixAnswer explain(MatrixQuestion question) {
        return matrix(question, "&explain=true");
    }

    private MatrixAnswer matrix(MatrixQuestion question, String more) {
        String task = "ask the matrix";
        try {
            return MatrixAnswer.of(hal.get(task, hal.url("/matrix?" + question.query() + more)));
        } catch (BrokerException e) {
            String environment = question.target().environment();
            if (e.status() == 400 && environment != null && !isKnown(environment)) {
                throw unknownEnvironment(task, environment);
            }
            throw e;
        }
    }

    private boolean isKnown(String environment) {
        return environments().stream().anyMatch(each -> each.name().equals(environment));
    }

    /** A verification result as the broker has it, for example that of a row of the matrix. */
    public JsonObject verificationResult(String url) {
        return hal.get("fetch a verification result", url).json();
    }

    /** All environments, in the broker's order. */
    public List<BrokerEnvironment> environments() {
        String task = "list the environments";
        return hal.get(task, hal.index(task).link("pb:environments").href()).embedded("environments").stream()
                .map(BrokerEnvironment::of)
                .toList();
    }

    /**
     * Creates an environment.
     *
     * @param details the environment as the broker's API has it: {@code name}, {@code production}, {@code displayName}, {@code contacts}
     */
    public BrokerEnvironment createEnvironment(JsonObject details) {
        String task =
                "create the environment " + Quoted.text(details.string("name").orElse(""));
        String url = hal.index(task).link("pb:environments").href();
        return BrokerEnvironment.of(hal.post(task, url, details).json());
    }

    /** Records that a version now runs in an environment, in place of the one that ran there before. */
    public DeployedVersion recordDeployment(
            String pacticipant, String version, String environment, @Nullable String instance) {
        String task = "record the deployment of " + pacticipant + " " + version;
        Link link = recording(task, "pb:record-deployment", pacticipant, version, environment);
        JsonObject body = instance == null
                ? JsonObject.EMPTY
                : JsonObject.builder()
                        .put("applicationInstance", instance)
                        .put("target", instance)
                        .build();
        return DeployedVersion.of(hal.post(task, link.href(), body).json());
    }

    private Link recording(String task, String relation, String pacticipant, String version, String environment) {
        HalDocument found = version(task, pacticipant, version).orElseThrow(() -> unknownVersion(task, pacticipant));
        return found.links(relation).stream()
                .filter(each -> environment.equals(each.name()))
                .findFirst()
                .orElseThrow(() -> unknownEnvironment(task, environment));
    }

    /** Records that a version is released for an environment, beside those that are released already. */
    public JsonObject recordRelease(String pacticipant, String version, String environment) {
        String task = "record the release of " + pacticipant + " " + version;
        Link link = recording(task, "pb:record-release", pacticipant, version, environment);
        return hal.post(task, link.href(), JsonObject.EMPTY).json();
    }

    /**
     * Records that a released version is not supported in an environment any more.
     *
     * @throws BrokerException if it was not
     */
    public JsonObject recordSupportEnded(String pacticipant, String version, String environment) {
        String task = "record the end of support of " + pacticipant + " " + version;
        String query = "?pacticipant=" + Link.segment(pacticipant) + "&version=" + Link.segment(version);
        String url = environment(task, environment)
                        .link("pb:currently-supported-released-versions")
                        .href()
                + query;
        JsonObject released = hal.get(task, url).embedded("releasedVersions").stream()
                .findFirst()
                .orElseThrow(() -> new BrokerException(
                        404,
                        Problem.error(
                                        CODE,
                                        "could not " + task + ": it is not released for " + Quoted.text(environment))
                                .mend("check the names; \"contract list-deployments -a " + pacticipant
                                        + "\" shows what is")));
        String self = new HalDocument(released, task).link("self").href();
        return hal.patch(task, self, JsonObject.of("currentlySupported", JsonBoolean.of(false)))
                .json();
    }

    /**
     * Records that an application, or one instance of it, does not run in an environment any more.
     *
     * @return what ran there
     * @throws BrokerException if none did
     */
    public List<DeployedVersion> recordUndeployment(String pacticipant, String environment, @Nullable String instance) {
        String task = "record the undeployment of " + pacticipant;
        List<DeployedVersion> deployed = deployed(task, pacticipant, environment);
        List<DeployedVersion> meant = deployed.stream()
                .filter(each -> Objects.equals(each.instance(), instance))
                .toList();
        if (meant.isEmpty()) {
            throw notDeployed(task, pacticipant, environment, instance, deployed);
        }
        JsonObject change = JsonObject.of("currentlyDeployed", JsonBoolean.of(false));
        List<DeployedVersion> undeployed = new ArrayList<>();
        for (DeployedVersion each : meant) {
            String self = new HalDocument(each.json(), task).link("self").href();
            undeployed.add(DeployedVersion.of(hal.patch(task, self, change).json()));
        }
        return undeployed;
    }

    private List<DeployedVersion> deployed(String task, String pacticipant, String environment) {
        String url = environment(task, environment)
                .link("pb:currently-deployed-deployed-versions")
                .href();
        return hal.get(task, url + "?pacticipant=" + Link.segment(pacticipant)).embedded("deployedVersions").stream()
                .map(DeployedVersion::of)
                .toList();
    }

    private ContractPick deployed(String pacticipant, String environment) {
        String task = "tell which version of " + pacticipant + " runs in " + environment;
        List<String> versions = deployed(task, pacticipant, environment).stream()
                .map(DeployedVersion::version)
                .distinct()
                .toList();
        if (versions.size() != 1) {
            throw new BrokerException(
                    404,
                    Problem.error(CODE, "could not " + task)
                            .found(
                                    versions.isEmpty()
                                            ? "none that was deployed"
                                            : "versions " + String.join(", ", versions))
                            .mend("name a version: contract list-deployments -a " + pacticipant + " shows them"));
        }
        return new ContractPick(Kind.VERSION, versions.get(0));
    }

    private HalDocument environment(String task, String name) {
        HalDocument environments =
                hal.get(task, hal.index(task).link("pb:environments").href());
        Link link = environments.links("pb:environments").stream()
                .filter(each -> name.equals(each.name()))
                .findFirst()
                .orElseThrow(() -> unknownEnvironment(task, name));
        return hal.get(task, link.href());
    }

    /** The document of a version; empty when the broker does not know it. */
    public Optional<JsonObject> version(String pacticipant, String version) {
        return version("describe a version", pacticipant, version).map(HalDocument::json);
    }

    private Optional<HalDocument> version(String task, String pacticipant, String version) {
        Link link = hal.index(task).link("pb:pacticipant-version");
        return hal.find(
                task,
                link.with("pacticipant", pacticipant).with("version", version).href());
    }

    /**
     * The document of the newest version; empty when there is none.
     *
     * @param tag only among those with this tag; null for all
     */
    public Optional<JsonObject> latestVersion(String pacticipant, @Nullable String tag) {
        String task = "describe the latest version";
        HalDocument index = hal.index(task);
        Link link = tag == null
                ? index.link("pb:latest-version")
                : index.link("pb:latest-tagged-version").with("tag", tag);
        return hal.find(task, link.with("pacticipant", pacticipant).href()).map(HalDocument::json);
    }

    private BrokerException unknownVersion(String task, String pacticipant) {
        return new BrokerException(
                404,
                Problem.error(CODE, "could not " + task + ": the broker does not know this version")
                        .mend("publish its contracts or its verification results first, under exactly this version;"
                                + " \"contract describe-version -a " + pacticipant
                                + "\" shows the latest one it knows"));
    }

    private BrokerException unknownEnvironment(String task, String environment) {
        List<String> known =
                environments().stream().map(BrokerEnvironment::name).toList();
        return new BrokerException(
                404,
                Problem.error(CODE, "could not " + task + ": there is no environment " + Quoted.text(environment))
                        .found(known.isEmpty() ? "no environments" : "environments " + String.join(", ", known))
                        .mend("use one of these, or run \"contract create-environment --name " + environment + "\""));
    }

    private static BrokerException notDeployed(
            String task,
            String pacticipant,
            String environment,
            @Nullable String instance,
            List<DeployedVersion> deployed) {
        String which = instance == null ? "" : ", instance " + Quoted.text(instance);
        String what = "could not " + task + ": it does not run in " + Quoted.text(environment) + which;
        if (deployed.isEmpty()) {
            return new BrokerException(404, Problem.error(CODE, what).found("no version of " + pacticipant + " there"));
        }
        List<String> instances = deployed.stream()
                .map(each -> each.version()
                        + (each.instance() == null
                                ? " without instance"
                                : " as instance " + Quoted.text(each.instance())))
                .toList();
        return new BrokerException(
                404,
                Problem.error(CODE, what)
                        .found("version " + String.join(", ", instances))
                        .mend("name the instance with --application-instance, or leave it out where there is none"));
    }
}
