package dev.contract.broker.api;

import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.core.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;

/** Releases: recorded, looked up, their support ended. */
final class ReleaseResource {
    private static final String OF_VERSION =
            "/pacticipants/{pacticipant}/versions/{version}/released-versions/environment/{environment}";
    private static final String ONE = "/released-versions/{uuid}";

    private ReleaseResource() {}

    static void addTo(RouteTable table) {
        table.get(OF_VERSION, ReleaseResource::list)
                .post(OF_VERSION, ReleaseResource::record)
                .get(ONE, ReleaseResource::get)
                .patch(ONE, ReleaseResource::change);
    }

    private static HttpResponse list(Call call) {
        Environment environment = call.environment();
        return Answers.ok(new Hal()
                .embed(
                        "releasedVersions",
                        call.kept().deployments().releases(call.version()).stream()
                                .filter(each -> each.environment().id() == environment.id())
                                .map(each -> ReleaseDocument.of(call.links(), each))
                                .toList())
                .self(call.self())
                .build());
    }

    private static HttpResponse record(Call call) {
        call.body();
        Created<ReleasedVersion> released = call.kept()
                .deployments()
                .release(UUID.randomUUID().toString(), call.version(), call.environment(), call.now());
        return Answers.stored(released.fresh(), ReleaseDocument.of(call.links(), released.value()))
                .withHeader("Location", call.links().released(released.value()));
    }

    private static ReleasedVersion released(Call call) {
        return call.kept()
                .deployments()
                .release(call.value("uuid"))
                .orElseThrow(() -> Failure.unknown("There is no release with the UUID " + call.value("uuid") + "."));
    }

    private static HttpResponse get(Call call) {
        return Answers.ok(ReleaseDocument.of(call.links(), released(call)));
    }

    private static HttpResponse change(Call call) {
        ReleasedVersion released = released(call);
        Fields fields = call.fields();
        Optional<Boolean> supported = fields.flag("currentlySupported");
        fields.check();
        if (supported.orElse(false)) {
            throw Refusal.forbiddenChange(
                    "currentlySupported", "cannot become true again: record the release of the version again");
        }
        ReleasedVersion changed = supported.isPresent() && released.supported()
                ? call.kept().deployments().endSupport(released, call.now())
                : released;
        return Answers.ok(ReleaseDocument.of(call.links(), changed));
    }
}
