package dev.contract.broker.api;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.Notice;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/** Branches and the versions on them. */
final class BranchResource {
    private static final String ALL = "/pacticipants/{pacticipant}/branches";
    private static final String ONE = ALL + "/{branch}";
    private static final String MEMBER = ONE + "/versions/{version}";

    private BranchResource() {}

    static void addTo(RouteTable table) {
        table.get(ALL, BranchResource::list)
                .delete(ALL, BranchResource::deleteOthers)
                .get(ONE, BranchResource::get)
                .delete(ONE, BranchResource::delete)
                .get(MEMBER, BranchResource::getMember)
                .put(MEMBER, BranchResource::addMember)
                .delete(MEMBER, BranchResource::removeMember);
    }

    private static HttpResponse list(Call call) {
        Party owner = call.party("pacticipant");
        String part = call.searched();
        Paging paging = Paging.always(call);
        List<Branch> shown = call.kept().branches().named(owner, part, paging.slice());
        Links links = call.links();
        Hal hal = new Hal()
                .embed(
                        "branches",
                        shown.stream().map(branch -> document(links, branch)).toList())
                .self(call.self())
                .links(
                        "pb:branches",
                        shown.stream()
                                .map(branch -> Link.to(links.branch(branch))
                                        .named(branch.name().value()))
                                .toList());
        paging.describe(hal, call, call.kept().branches().count(owner, part));
        return Answers.ok(hal.build());
    }

    private static JsonObject document(Links links, Branch branch) {
        String self = links.branch(branch);
        return new Hal()
                .put("name", branch.name().value())
                .put("createdAt", branch.createdAt())
                .put("updatedAt", branch.updatedAt())
                .self(self)
                .link("pb:latest-version", self + "/latest-version")
                .link("pb:versions", self + "/versions")
                .build();
    }

    private static Branch branch(Call call) {
        return call.kept()
                .branches()
                .find(call.party("pacticipant"), call.branchName())
                .orElseThrow(() -> Failure.unknown(
                        call.value("pacticipant") + " has no branch \"" + call.value("branch") + "\"."));
    }

    private static HttpResponse get(Call call) {
        return Answers.ok(document(call.links(), branch(call)));
    }

    /** Versions stay, unless it is said that those that nothing else holds may go, too. */
    private static HttpResponse delete(Call call) {
        Branch branch = branch(call);
        List<Version> versions = call.kept().branches().versions(branch.owner(), branch.name());
        call.kept().branches().delete(branch);
        if (call.query("withVersions").filter("true"::equals).isPresent()) {
            versions.stream()
                    .filter(version -> isLoose(call.kept(), version))
                    .forEach(call.kept().versions()::delete);
        }
        return Answers.noContent();
    }

    private static boolean isLoose(Transaction kept, Version version) {
        return kept.branches().of(version).isEmpty()
                && kept.deployments().environmentsOf(version).isEmpty();
    }

    private static HttpResponse deleteOthers(Call call) {
        Pacticipant application = call.pacticipant("pacticipant");
        List<String> excluded = call.request().query().values("exclude[]").stream()
                .filter(Objects::nonNull)
                .toList();
        List<Branch> doomed = call.kept().branches().all(application.party()).stream()
                .filter(branch -> !isKept(application, excluded, branch.name()))
                .toList();
        doomed.forEach(call.kept().branches()::delete);
        String counted =
                doomed.size() == 1 ? "1 branch of %s was deleted." : doomed.size() + " branches of %s were deleted.";
        Notice notice = new Notice(
                Notice.Tone.SUCCESS, counted.replace("%s", application.name().value()));
        return Answers.hal(202, JsonObject.of("notices", Notices.json(List.of(notice))));
    }

    private static boolean isKept(Pacticipant application, List<String> excluded, BranchName name) {
        return excluded.contains(name.value())
                || application.mainBranch().filter(name::equals).isPresent();
    }

    private static HttpResponse addMember(Call call) {
        call.body();
        Version version = call.arrivals()
                .version(call.pacticipantName("pacticipant"), call.versionNumber())
                .value();
        Created<BranchMember> member = call.arrivals().branch(version, call.branchName());
        return Answers.stored(member.fresh(), document(call.links(), member.value()));
    }

    private static BranchMember member(Call call) {
        Version version = call.version();
        return call.kept()
                .branches()
                .member(version, call.branchName())
                .orElseThrow(() -> Failure.unknown(version + " is not on branch \"" + call.value("branch") + "\"."));
    }

    private static HttpResponse getMember(Call call) {
        return Answers.ok(document(call.links(), member(call)));
    }

    private static HttpResponse removeMember(Call call) {
        call.kept().branches().remove(member(call));
        return Answers.noContent();
    }

    private static JsonObject document(Links links, BranchMember member) {
        return new Hal()
                .link(
                        "self",
                        Link.to(links.branchVersion(member.branch(), member.version()))
                                .titled("Branch version"))
                .link(
                        "pb:branch",
                        Link.to(links.branch(member.branch()))
                                .named(member.branch().name().value()))
                .link(
                        "pb:version",
                        Link.to(links.version(member.version()))
                                .named(member.version().number().value()))
                .build();
    }
}
