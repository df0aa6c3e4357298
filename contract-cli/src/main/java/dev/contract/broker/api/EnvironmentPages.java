package dev.contract.broker.api;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.page.EnvironmentsPage;
import dev.contract.broker.page.EnvironmentsPage.Place;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Running;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs where. */
final class EnvironmentPages {
    private EnvironmentPages() {}

    static void addTo(RouteTable pages) {
        pages.get(
                        "/environments",
                        call -> page(
                                call, "Environments", call.kept().environments().all()))
                .get("/environments/{environment}", EnvironmentPages::one);
    }

    private static HttpResponse one(Call call) {
        Environment environment = call.environment();
        return page(call, environment.displayName(), List.of(environment));
    }

    private static HttpResponse page(Call call, String title, List<Environment> environments) {
        return Answers.page(new EnvironmentsPage(
                Views.frame(call, title, Frame.Section.ENVIRONMENTS),
                environments.stream().map(each -> place(call, each)).toList()));
    }

    private static Place place(Call call, Environment environment) {
        Views views = Views.of(call);
        Stream<Running> deployed =
                call.kept().deployments().deployed(environment).stream().map(views::running);
        Stream<Running> released =
                call.kept().deployments().supported(environment).stream().map(views::running);
        return new Place(
                "e-" + environment.id(),
                views.environment(environment),
                environment.name().value(),
                environment.details().production(),
                environment.details().contacts().stream()
                        .flatMap(contact -> contact.asObject().stream())
                        .map(EnvironmentPages::contact)
                        .toList(),
                Stream.concat(deployed, released)
                        .sorted(Comparator.comparing(each -> each.application().text()))
                        .toList());
    }

    /** {@code Team orders: mail orders@example.com}. */
    private static String contact(JsonObject contact) {
        JsonObject details = contact.object("details").orElse(JsonObject.EMPTY);
        String said = details.names().stream()
                .map(name -> name + " " + details.get(name).map(JsonValue::text).orElse(""))
                .collect(Collectors.joining(", "));
        String name = contact.string("name").orElse("somebody");
        return said.isEmpty() ? name : name + ": " + said;
    }
}
