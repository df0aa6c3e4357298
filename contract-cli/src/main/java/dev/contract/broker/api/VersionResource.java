package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Branches;
import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.LiveVersion;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Tags;
import dev.contract.broker.domain.Version;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Versions: one, the newest, and lists of them. */
final class VersionResource {
    private static final String ALL = "/pacticipants/{pacticipant}/versions";
    private static final String ONE = ALL + "/{version}";

    private VersionResource() {}

    static void addTo(RouteTable table) {
        table.get(ALL, VersionResource::list)
                .get("/pacticipants/{pacticipant}/branches/{branch}/versions", VersionResource::onBranch)
                .get("/pacticipants/{pacticipant}/tags/{tag}/versions", VersionResource::tagged)
                .get("/pacticipants/{pacticipant}/environments/{environment}/versions", VersionResource::inEnvironment)
                .get(ONE, VersionResource::get)
                .put(ONE, VersionResource::replace)
                .patch(ONE, VersionResource::merge)
                .delete(ONE, VersionResource::delete)
                .get("/pacticipants/{pacticipant}/latest-version", VersionResource::latest)
                .get("/pacticipants/{pacticipant}/latest-version/{tag}", VersionResource::latestTagged)
                .get("/pacticipants/{pacticipant}/branches/{branch}/latest-version", VersionResource::head);
    }

    private static HttpResponse list(Call call) {
        Party owner = call.party("pacticipant");
        Paging paging = Paging.of(call);
        return document(
                call,
                paging,
                call.kept().versions().all(owner, paging.slice()),
                call.kept().versions().count(owner));
    }

    private static HttpResponse onBranch(Call call) {
        Party owner = call.party("pacticipant");
        BranchName branch = call.branchName();
        Paging paging = Paging.of(call);
        Branches branches = call.kept().branches();
        return document(
                call, paging, branches.versions(owner, branch, paging.slice()), branches.countVersions(owner, branch));
    }

    private static HttpResponse tagged(Call call) {
        Party owner = call.party("pacticipant");
        TagName tag = call.tagName();
        Paging paging = Paging.of(call);
        Tags tags = call.kept().tags();
        return document(call, paging, tags.versions(owner, tag, paging.slice()), tags.countVersions(owner, tag));
    }

    private static HttpResponse inEnvironment(Call call) {
        List<Version> live = call.kept().deployments().live(call.environment(), call.party("pacticipant")).stream()
                .map(LiveVersion::version)
                .toList();
        Paging paging = Paging.of(call);
        return document(call, paging, paging.cut(live), live.size());
    }

    private static HttpResponse document(Call call, Paging paging, List<Version> shown, long total) {
        Links links = call.links();
        Hal hal = new Hal()
                .embed("versions", VersionDocument.all(call, shown))
                .self(call.self())
                .links(
                        "pb:versions",
                        shown.stream()
                                .map(version -> Link.to(links.version(version))
                                        .named(version.number().value()))
                                .toList());
        paging.describe(hal, call, total);
        return Answers.ok(hal.build());
    }

    private static HttpResponse get(Call call) {
        Version version = call.version();
        return Answers.ok(VersionDocument.of(call, version, call.links().version(version)));
    }

    private static HttpResponse latest(Call call) {
        return one(call, call.kept().versions().latest(call.party("pacticipant")), "any version");
    }

    private static HttpResponse latestTagged(Call call) {
        return one(
                call,
                call.kept().tags().latest(call.party("pacticipant"), call.tagName()),
                "a version with tag " + call.tagName());
    }

    private static HttpResponse head(Call call) {
        return one(
                call,
                call.kept().branches().head(call.party("pacticipant"), call.branchName()),
                "a version on branch " + call.branchName());
    }

    private static HttpResponse one(Call call, Optional<Version> version, String what) {
        return version.map(found -> Answers.ok(VersionDocument.of(call, found, call.self())))
                .orElseThrow(() -> Failure.unknown(call.value("pacticipant") + " does not have " + what + "."));
    }

    private static HttpResponse replace(Call call) {
        return store(call, true);
    }

    private static HttpResponse merge(Call call) {
        return store(call, false);
    }

    private static HttpResponse store(Call call, boolean whole) {
        Fields fields = call.fields();
        Optional<String> buildUrl = fields.text("buildUrl");
        Optional<List<TagName>> tags = tags(fields);
        fields.check();
        Created<Version> known = call.arrivals().version(call.pacticipantName("pacticipant"), call.versionNumber());
        Version version = known.value();
        if (whole || fields.has("buildUrl")) {
            version = call.kept().versions().withBuildUrl(version, buildUrl.orElse(null));
        }
        if (tags.isPresent()) {
            replaceTags(call, version, tags.get());
        }
        return Answers.stored(
                known.fresh(), VersionDocument.of(call, version, call.links().version(version)));
    }

    private static Optional<List<TagName>> tags(Fields fields) {
        Optional<JsonArray> given = fields.list("tags");
        List<TagName> names = new ArrayList<>();
        given.ifPresent(list -> list.forEach(each -> {
            Fields tag = new Fields(each.asObject().orElse(JsonObject.EMPTY));
            tag.requiredName("name", TagName::new).ifPresent(names::add);
            tag.errors().forEach((field, texts) -> texts.forEach(text -> fields.error("tags", field + " " + text)));
        }));
        return given.map(list -> names);
    }

    private static void replaceTags(Call call, Version version, List<TagName> wanted) {
        List<Tag> there = call.kept().tags().of(version);
        there.stream()
                .filter(tag -> !wanted.contains(tag.name()))
                .forEach(call.kept().tags()::remove);
        Set<TagName> names = there.stream().map(Tag::name).collect(Collectors.toSet());
        wanted.stream().filter(name -> !names.contains(name)).forEach(name -> call.arrivals()
                .tag(version, name));
    }

    private static HttpResponse delete(Call call) {
        call.kept().versions().delete(call.version());
        return Answers.noContent();
    }
}
