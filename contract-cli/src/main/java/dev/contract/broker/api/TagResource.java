package dev.contract.broker.api;

import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.Version;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;

/** Tags on versions. */
final class TagResource {
    private static final String ONE = "/pacticipants/{pacticipant}/versions/{version}/tags/{tag}";

    private TagResource() {}

    static void addTo(RouteTable table) {
        table.get(ONE, TagResource::get).put(ONE, TagResource::put).delete(ONE, TagResource::delete);
    }

    private static Tag tag(Call call) {
        Version version = call.version();
        return call.kept()
                .tags()
                .find(version, call.tagName())
                .orElseThrow(() -> Failure.unknown(version + " has no tag \"" + call.value("tag") + "\"."));
    }

    private static HttpResponse get(Call call) {
        return Answers.ok(document(call.links(), tag(call)));
    }

    private static HttpResponse put(Call call) {
        call.body();
        Version version = call.arrivals()
                .version(call.pacticipantName("pacticipant"), call.versionNumber())
                .value();
        Created<Tag> tag = call.arrivals().tag(version, call.tagName());
        return Answers.stored(tag.fresh(), document(call.links(), tag.value()));
    }

    private static HttpResponse delete(Call call) {
        call.kept().tags().remove(tag(call));
        return Answers.noContent();
    }

    private static JsonObject document(Links links, Tag tag) {
        return new Hal()
                .put("name", tag.name().value())
                .put("createdAt", tag.createdAt())
                .self(links.tag(tag.version(), tag.name()))
                .link(
                        "version",
                        Link.to(links.version(tag.version()))
                                .titled("Version")
                                .named(tag.version().number().value()))
                .link(
                        "pacticipant",
                        Link.to(links.pacticipant(tag.version().owner()))
                                .titled("Pacticipant")
                                .named(tag.version().owner().toString()))
                .build();
    }
}
