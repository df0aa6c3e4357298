package dev.contract.broker.api;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Branches;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.LiveVersion;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Tags;
import dev.contract.broker.domain.Version;
import dev.contract.broker.page.BranchesPage;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Pager;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.VersionsPage;
import dev.contract.core.http.HttpResponse;
import java.util.List;

/** The branches of an application, and its versions on one of them, with a tag or in an environment. */
final class VersionPages {
    private static final String APPLICATION = "/pacticipants/{pacticipant}";
    private static final String BRANCHES = APPLICATION + "/branches";
    private static final long ROWS = 50;

    private VersionPages() {}

    static void addTo(RouteTable pages) {
        pages.get(BRANCHES, VersionPages::branches)
                .get(BRANCHES + "/{branch}", VersionPages::onBranch)
                .get(BRANCHES + "/{branch}/versions", VersionPages::onBranch)
                .get(APPLICATION + "/tags/{tag}/versions", VersionPages::tagged)
                .get(APPLICATION + "/environments/{environment}/versions", VersionPages::inEnvironment);
    }

    private static HttpResponse branches(Call call) {
        Pacticipant application = call.pacticipant("pacticipant");
        Party party = application.party();
        Branches branches = call.kept().branches();
        String searched = call.searched();
        Paging paging = Paging.always(call, ROWS);
        return Answers.page(new BranchesPage(
                Views.frame(call, "Branches of " + party, Frame.Section.APPLICATIONS),
                Views.of(call).application(party),
                call.self(),
                searched,
                branches.named(party, searched, paging.slice()).stream()
                        .map(branch -> row(call, application, branch))
                        .toList(),
                paging.pager(call, branches.count(party, searched))));
    }

    private static BranchesPage.Row row(Call call, Pacticipant application, Branch branch) {
        Views views = Views.of(call);
        return new BranchesPage.Row(
                views.branch(branch),
                application.mainBranch().filter(branch.name()::equals).isPresent(),
                call.kept()
                        .branches()
                        .head(branch.owner(), branch.name())
                        .map(views::version)
                        .orElse(Ref.none("none")),
                views.moment(branch.updatedAt()));
    }

    private static HttpResponse onBranch(Call call) {
        Party owner = call.party("pacticipant");
        BranchName name = call.branchName();
        Branches branches = call.kept().branches();
        if (branches.find(owner, name).isEmpty()) {
            throw Failure.unknown(owner + " has no branch \"" + name + "\".");
        }
        Paging paging = Paging.always(call, ROWS);
        return page(
                call,
                owner,
                "Versions on branch " + name,
                branches.versions(owner, name, paging.slice()),
                paging.pager(call, branches.countVersions(owner, name)),
                List.of(
                        new Ref("All branches", call.links().pacticipant(owner) + "/branches"),
                        new Ref("Matrix", matrix(call, owner, "branch", name.value()))));
    }

    private static HttpResponse tagged(Call call) {
        Party owner = call.party("pacticipant");
        TagName tag = call.tagName();
        Tags tags = call.kept().tags();
        Paging paging = Paging.always(call, ROWS);
        return page(
                call,
                owner,
                "Versions with tag " + tag,
                tags.versions(owner, tag, paging.slice()),
                paging.pager(call, tags.countVersions(owner, tag)),
                List.of(new Ref("Matrix", matrix(call, owner, "tag", tag.value()))));
    }

    private static HttpResponse inEnvironment(Call call) {
        Party owner = call.party("pacticipant");
        Environment environment = call.environment();
        List<Version> live = call.kept().deployments().live(environment, owner).stream()
                .map(LiveVersion::version)
                .toList();
        Paging paging = Paging.always(call, ROWS);
        return page(
                call,
                owner,
                "Versions in " + environment.displayName(),
                paging.cut(live),
                paging.pager(call, live.size()),
                List.of(new Ref("All that runs there", call.links().environment(environment))));
    }

    private static HttpResponse page(
            Call call, Party owner, String title, List<Version> versions, Pager pager, List<Ref> links) {
        return Answers.page(new VersionsPage(
                Views.frame(call, title, Frame.Section.APPLICATIONS),
                Views.of(call).application(owner),
                ApplicationPages.rows(call, versions),
                pager,
                links));
    }

    private static String matrix(Call call, Party owner, String key, String value) {
        return call.links().to("matrix") + "?q[][pacticipant]=" + Segments.encode(owner.toString()) + "&q[][" + key
                + "]=" + Segments.encode(value);
    }
}
