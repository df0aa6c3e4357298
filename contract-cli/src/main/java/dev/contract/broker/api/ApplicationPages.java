package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Standing;
import dev.contract.broker.page.ApplicationPage;
import dev.contract.broker.page.ApplicationPage.Head;
import dev.contract.broker.page.ApplicationPage.Neighbour;
import dev.contract.broker.page.ApplicationsPage;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.LabelsPage;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.Moment;
import dev.contract.broker.page.Pager;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.Running;
import dev.contract.broker.page.VersionPage;
import dev.contract.broker.page.VersionPage.Contract;
import dev.contract.broker.page.VersionPage.Stay;
import dev.contract.core.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The applications and their versions. */
final class ApplicationPages {
    private static final String ONE = "/pacticipants/{pacticipant}";
    private static final long ROWS = 50;
    private static final long VERSIONS = 25;
    private static final int BRANCHES = 20;
    private static final int RESULTS = 100;

    private ApplicationPages() {}

    static void addTo(RouteTable pages) {
        pages.get("/pacticipants", ApplicationPages::list)
                .get(ONE, ApplicationPages::application)
                .get(ONE + "/versions", ApplicationPages::application)
                .get(ONE + "/versions/{version}", ApplicationPages::version)
                .get("/pacticipants/label/{label}", ApplicationPages::labelled)
                .get("/labels", ApplicationPages::labels);
    }

    private static HttpResponse list(Call call) {
        String searched = call.searched();
        Paging paging = Paging.always(call, ROWS);
        List<Pacticipant> shown = call.kept().pacticipants().named(searched, paging.slice());
        return list(
                call,
                "",
                searched,
                shown,
                paging.pager(call, call.kept().pacticipants().count(searched)));
    }

    private static HttpResponse labelled(Call call) {
        String label = call.value("label");
        Paging paging = Paging.always(call, ROWS);
        List<Pacticipant> all = call.kept().pacticipants().labelled(label);
        return list(call, label, "", paging.cut(all), paging.pager(call, all.size()));
    }

    private static HttpResponse labels(Call call) {
        Paging paging = Paging.always(call, ROWS);
        List<String> labels = call.kept().pacticipants().labels(paging.slice());
        return Answers.page(new LabelsPage(
                Views.frame(call, "Labels", Frame.Section.APPLICATIONS),
                labels.stream().map(Views.of(call)::label).toList(),
                paging.pager(call, call.kept().pacticipants().countLabels())));
    }

    private static HttpResponse list(Call call, String label, String searched, List<Pacticipant> shown, Pager pager) {
        Transaction kept = call.kept();
        Map<Party, Version> newest = shown.stream()
                .flatMap(each -> kept.versions().latest(each.party()).stream())
                .collect(Collectors.toMap(Version::owner, Function.identity()));
        VersionPlaces places = VersionPlaces.of(newest.values(), kept);
        return Answers.page(new ApplicationsPage(
                Views.frame(
                        call,
                        label.isEmpty() ? "Applications" : "Applications labelled " + label,
                        Frame.Section.APPLICATIONS),
                label,
                searched,
                shown.stream()
                        .map(each -> row(Views.of(call), each, newest.get(each.party()), places))
                        .toList(),
                pager));
    }

    private static ApplicationsPage.Row row(
            Views views, Pacticipant application, @Nullable Version newest, VersionPlaces places) {
        return new ApplicationsPage.Row(
                views.application(application.party()),
                text(application.details().displayName()),
                application.mainBranch().map(BranchName::value).orElse(""),
                newest == null ? null : views.at(newest, places, newest.createdAt()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static HttpResponse application(Call call) {
        Transaction kept = call.kept();
        Pacticipant application = call.pacticipant("pacticipant");
        Party party = application.party();
        Paging paging = Paging.always(call, VERSIONS);
        List<Version> versions = kept.versions().all(party, paging.slice());
        return Answers.page(new ApplicationPage(
                Views.frame(call, party.name().value(), Frame.Section.APPLICATIONS),
                text(application.details().displayName()),
                application.mainBranch().map(BranchName::value).orElse(""),
                text(application.details().repositoryUrl()),
                kept.pacticipants().labels(party).stream()
                        .map(Views.of(call)::label)
                        .toList(),
                kept.pacticipants().consumersOf(party).stream()
                        .flatMap(consumer -> neighbour(call, consumer, consumer, party))
                        .toList(),
                kept.pacts().providersOf(party).stream()
                        .flatMap(provider -> neighbour(call, provider, party, provider))
                        .toList(),
                running(call, party),
                heads(call, application),
                rows(call, versions),
                paging.pager(call, kept.versions().count(party)),
                links(call, party)));
    }

    /** Versions of one application, as its pages list them. */
    static List<ApplicationPage.Row> rows(Call call, List<Version> versions) {
        Views views = Views.of(call);
        VersionPlaces places = VersionPlaces.of(versions, call.kept());
        return versions.stream()
                .map(each -> new ApplicationPage.Row(
                        views.at(each, places, each.createdAt()),
                        text(each.buildUrl()),
                        new Ref("Can I deploy it?", views.deploy(each))))
                .toList();
    }

    private static Stream<Neighbour> neighbour(Call call, Party other, Party consumer, Party provider) {
        return call.kept().pacts().latest(consumer, provider).stream()
                .map(pact -> new Neighbour(
                        Views.of(call).application(other),
                        new Ref("contract", call.links().pact(pact)),
                        OverviewPages.mark(
                                Standing.of(pact, call.evidence(), call.kept()).status())));
    }

    private static List<Running> running(Call call, Party party) {
        Views views = Views.of(call);
        Stream<Running> deployed =
                call.kept().deployments().deployed(party).stream().map(views::running);
        Stream<Running> released =
                call.kept().deployments().released(party).stream().map(views::running);
        return Stream.concat(deployed, released).toList();
    }

    private static List<Head> heads(Call call, Pacticipant application) {
        Party party = application.party();
        List<Head> heads = new ArrayList<>();
        call.kept().branches().named(party, "", new Slice(0, BRANCHES)).forEach(branch -> call.kept()
                .branches()
                .head(party, branch.name())
                .ifPresent(head -> heads.add(new Head(
                        Views.of(call).branch(branch),
                        application.mainBranch().filter(branch.name()::equals).isPresent(),
                        Views.of(call).version(head)))));
        return heads;
    }

    private static List<Ref> links(Call call, Party party) {
        Links links = call.links();
        return List.of(
                new Ref("Branches", links.pacticipant(party) + "/branches"),
                new Ref("Its part of the network", links.to("groups", party.toString())),
                new Ref("What its builds verify, and why", links.providerPacts(party) + "/for-verification"),
                new Ref("Matrix", links.to("matrix") + "?q[][pacticipant]=" + Segments.encode(party.toString())));
    }

    private static HttpResponse version(Call call) {
        Version version = call.version();
        Views views = Views.of(call);
        VersionPlaces places = VersionPlaces.of(List.of(version), call.kept());
        List<Ref> links = new ArrayList<>();
        links.add(new Ref("Matrix", views.matrix(version)));
        links.add(new Ref("Can I deploy it?", views.deploy(version)));
        call.kept()
                .providerContracts()
                .find(version)
                .filter(promise -> call.settings().comparing())
                .ifPresent(promise ->
                        links.add(new Ref("What it promises", call.links().providerContract(version))));
        return Answers.page(new VersionPage(
                Views.frame(call, version.toString(), Frame.Section.APPLICATIONS),
                views.application(version.owner()),
                views.at(version, places, version.createdAt()),
                text(version.buildUrl()),
                call.kept().pacts().of(version).stream()
                        .map(pact -> contract(call, pact))
                        .toList(),
                call.kept().verifications().newestBy(version).stream()
                        .limit(RESULTS)
                        .flatMap(result -> verified(call, result))
                        .toList(),
                call.kept().environments().all().stream()
                        .map(each -> new Ref(each.displayName(), views.deploy(version, each)))
                        .toList(),
                stays(call, version),
                links));
    }

    private static Contract contract(Call call, Pact pact) {
        Views views = Views.of(call);
        return new Contract(
                views.application(pact.provider()),
                new Ref("contract", call.links().pact(pact)),
                Views.mark(call.evidence().last(pact)),
                views.moment(pact.createdAt()));
    }

    private static Stream<Contract> verified(Call call, Verification result) {
        Views views = Views.of(call);
        Optional<Pact> pact = call.kept().pacts().revisionsWithContent(result.contentId()).stream()
                .findFirst();
        return pact.stream()
                .map(each -> new Contract(
                        views.application(each.consumer().owner()),
                        new Ref(
                                "contract of " + each.consumer().number(),
                                call.links().pact(each) + "?result=" + result.number()),
                        result.success() ? Mark.good("passed") : Mark.bad("failed"),
                        views.moment(result.verifiedAt())));
    }

    private static List<Stay> stays(Call call, Version version) {
        Views views = Views.of(call);
        List<Stay> stays = new ArrayList<>();
        for (DeployedVersion each : call.kept().deployments().history(version)) {
            stays.add(new Stay(
                    views.environment(each.environment()),
                    "deployed",
                    text(each.instance()),
                    views.moment(each.createdAt()),
                    Stream.ofNullable(each.undeployedAt()).map(views::moment).toList()));
        }
        for (ReleasedVersion each : call.kept().deployments().releases(version)) {
            List<Moment> until =
                    Stream.ofNullable(each.supportEndedAt()).map(views::moment).toList();
            stays.add(new Stay(
                    views.environment(each.environment()), "released", "", views.moment(each.createdAt()), until));
        }
        return stays;
    }
}
