package dev.contract.broker.api;

import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Environments and what is in them. */
final class EnvironmentResource {
    private static final String ONE = "/environments/{environment}";

    private EnvironmentResource() {}

    static void addTo(RouteTable table) {
        table.get("/environments", EnvironmentResource::list)
                .post("/environments", EnvironmentResource::create)
                .demanding(Demand.ADMIN)
                .get(ONE, EnvironmentResource::get)
                .put(ONE, EnvironmentResource::replace)
                .demanding(Demand.ADMIN)
                .delete(ONE, EnvironmentResource::delete)
                .demanding(Demand.ADMIN)
                .get(ONE + "/deployed-versions/currently-deployed", EnvironmentResource::deployed)
                .get(ONE + "/released-versions/currently-supported", EnvironmentResource::supported);
    }

    private static HttpResponse list(Call call) {
        Links links = call.links();
        Optional<String> name = call.query("name");
        List<Environment> environments = call.kept().environments().all().stream()
                .filter(each -> name.isEmpty() || name.get().equals(each.name().value()))
                .toList();
        return Answers.ok(new Hal()
                .embed(
                        "environments",
                        environments.stream()
                                .map(each -> EnvironmentDocument.of(links, each))
                                .toList())
                .self(call.self())
                .links(
                        "pb:environments",
                        environments.stream()
                                .map(each -> EnvironmentDocument.link(links, each))
                                .toList())
                .build());
    }

    private static HttpResponse create(Call call) {
        Environment.Details details = details(call, Optional.empty());
        Environment created =
                call.kept().environments().create(UUID.randomUUID().toString(), details, call.now());
        return Answers.created(call.links().environment(created), EnvironmentDocument.of(call.links(), created));
    }

    private static HttpResponse get(Call call) {
        return Answers.ok(EnvironmentDocument.of(call.links(), call.environment()));
    }

    private static HttpResponse replace(Call call) {
        Environment known = call.environment();
        Environment stored = call.kept().environments().update(known, details(call, Optional.of(known)), call.now());
        return Answers.ok(EnvironmentDocument.of(call.links(), stored));
    }

    private static Environment.Details details(Call call, Optional<Environment> known) {
        Fields fields = call.fields();
        Optional<EnvironmentName> name = fields.requiredName("name", EnvironmentName::new);
        Optional<String> displayName = fields.text("displayName");
        Optional<Boolean> production = fields.requiredFlag("production");
        JsonArray contacts = fields.list("contacts").orElse(JsonArray.EMPTY);
        if (!contacts.stream().allMatch(JsonObject.class::isInstance)) {
            fields.error("contacts", "has an element that is not an object");
        } else if (contacts.stream().anyMatch(contact -> !isNamed(contact))) {
            fields.error("contacts", "has an element without a name");
        }
        name.flatMap(call.kept().environments()::find)
                .filter(other -> known.isEmpty() || known.get().id() != other.id())
                .ifPresent(
                        other -> fields.error("name", "is taken: there is an environment named " + other + " already"));
        fields.check();
        return new Environment.Details(
                name.orElseThrow(), displayName.orElse(null), production.orElseThrow(), contacts);
    }

    private static boolean isNamed(JsonValue contact) {
        return contact.asObject()
                .flatMap(object -> object.string("name"))
                .filter(name -> !name.isBlank())
                .isPresent();
    }

    private static HttpResponse delete(Call call) {
        call.kept().environments().delete(call.environment());
        return Answers.noContent();
    }

    private static HttpResponse deployed(Call call) {
        Optional<String> name = call.query("pacticipant");
        Optional<String> instance = call.query("applicationInstance").or(() -> call.query("target"));
        List<DeployedVersion> deployed = call.kept().deployments().deployed(call.environment()).stream()
                .filter(each -> name.isEmpty()
                        || name.get().equals(each.version().owner().toString()))
                .filter(each -> instance.isEmpty() || instance.get().equals(instanceText(each)))
                .toList();
        return Answers.ok(new Hal()
                .embed(
                        "deployedVersions",
                        deployed.stream()
                                .map(each -> DeploymentDocument.of(call.links(), each))
                                .toList())
                .link(
                        "self",
                        Link.to(call.self())
                                .titled("Currently deployed versions for "
                                        + call.environment().displayName()))
                .build());
    }

    /** A blank parameter means "without instance". */
    private static String instanceText(DeployedVersion deployed) {
        String instance = deployed.instance();
        return instance == null ? "" : instance;
    }

    private static HttpResponse supported(Call call) {
        Optional<String> name = call.query("pacticipant");
        Optional<String> version = call.query("version");
        return Answers.ok(new Hal()
                .embed(
                        "releasedVersions",
                        call.kept().deployments().supported(call.environment()).stream()
                                .filter(each -> name.isEmpty()
                                        || name.get()
                                                .equals(each.version().owner().toString()))
                                .filter(each -> version.isEmpty()
                                        || version.get()
                                                .equals(each.version().number().value()))
                                .map(each -> ReleaseDocument.of(call.links(), each))
                                .toList())
                .link(
                        "self",
                        Link.to(call.self())
                                .titled("Currently supported versions for "
                                        + call.environment().displayName()))
                .build());
    }
}
