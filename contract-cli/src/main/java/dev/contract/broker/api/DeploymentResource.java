package dev.contract.broker.api;

import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Notice;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Version;
import dev.contract.core.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** Deployments: recorded, looked up, ended. */
final class DeploymentResource {
    private static final String OF_VERSION =
            "/pacticipants/{pacticipant}/versions/{version}/deployed-versions/environment/{environment}";
    private static final String ONE = "/deployed-versions/{uuid}";

    private DeploymentResource() {}

    static void addTo(RouteTable table) {
        table.get(OF_VERSION, DeploymentResource::list)
                .post(OF_VERSION, DeploymentResource::record)
                .get(ONE, DeploymentResource::get)
                .patch(ONE, DeploymentResource::change);
    }

    private static HttpResponse list(Call call) {
        Environment environment = call.environment();
        return Answers.ok(new Hal()
                .embed(
                        "deployedVersions",
                        call.kept().deployments().history(call.version()).stream()
                                .filter(each -> each.environment().id() == environment.id())
                                .map(each -> DeploymentDocument.of(call.links(), each))
                                .toList())
                .self(call.self())
                .build());
    }

    private static HttpResponse record(Call call) {
        Version version = call.version();
        Environment environment = call.environment();
        Fields fields = call.fields();
        Optional<String> instance = fields.line("applicationInstance").or(() -> fields.line("target"));
        fields.check();
        DeployedVersion deployed = call.arrivals().deploy(version, environment, instance.orElse(null));
        Hal hal = DeploymentDocument.hal(call.links(), deployed);
        warning(call, version).ifPresent(notice -> hal.put("notices", Notices.json(List.of(notice))));
        return Answers.created(call.links().deployed(deployed), hal.build());
    }

    /** A version that nobody published anything about can never be verified against, and blocks all who depend on it. */
    private static Optional<Notice> warning(Call call, Version version) {
        boolean known = !call.kept().pacts().of(version).isEmpty()
                || call.kept().verifications().hasResultBy(version);
        return known
                ? Optional.empty()
                : Optional.of(
                        new Notice(
                                Notice.Tone.WARNING,
                                version
                                        + " has published neither a contract nor a verification result: what depends on it"
                                        + " cannot be deployed beside it. Was another version number published than the one deployed?"));
    }

    private static DeployedVersion deployed(Call call) {
        return call.kept()
                .deployments()
                .deployment(call.value("uuid"))
                .orElseThrow(() -> Failure.unknown("There is no deployment with the UUID " + call.value("uuid") + "."));
    }

    private static HttpResponse get(Call call) {
        return Answers.ok(DeploymentDocument.of(call.links(), deployed(call)));
    }

    private static HttpResponse change(Call call) {
        DeployedVersion deployed = deployed(call);
        Fields fields = call.fields();
        Optional<Boolean> current = fields.flag("currentlyDeployed");
        fields.check();
        if (current.orElse(false)) {
            throw Refusal.forbiddenChange(
                    "currentlyDeployed", "cannot become true again: record a new deployment of the version");
        }
        DeployedVersion changed = current.isPresent() && deployed.current()
                ? call.kept().deployments().undeploy(deployed, call.now())
                : deployed;
        return Answers.ok(DeploymentDocument.of(call.links(), changed));
    }
}
