package dev.contract.broker;

import static dev.contract.broker.Client.at;
import static dev.contract.broker.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The relations between documents: what the index must have, and what each of them says of itself. */
class RelationsTest extends ApiFixture {

    @Test
    void of_the_index_lead_where_clients_of_every_age_expect_them() {
        StringBuilder relations = new StringBuilder();
        at(client.get("/"), "_links").asObject().orElseThrow().forEach((relation, link) -> link.asObject()
                .ifPresent(one -> relations
                        .append(relation)
                        .append(' ')
                        .append(text(one, "href").substring("http://broker.test".length()))
                        .append('\n')));

        assertThat(relations).hasToString("""
                self /
                pb:publish-pact /pacts/provider/{provider}/consumer/{consumer}/version/{consumerApplicationVersion}
                pb:publish-contracts /contracts/publish
                pf:publish-provider-contract /provider-contracts/provider/{provider}/publish
                pb:latest-pact-versions /pacts/latest
                pb:tagged-pact-versions /pacts/provider/{provider}/consumer/{consumer}/tag/{tag}
                pb:branch-pact-versions /pacts/provider/{provider}/consumer/{consumer}/branch/{branch}
                pb:latest-branch-pact-versions /pacts/provider/{provider}/consumer/{consumer}/branch/{branch}/latest/versions
                pb:main-branch-pact-versions /pacts/provider/{provider}/consumer/{consumer}/branch/versions
                pb:latest-main-branch-pact-versions /pacts/provider/{provider}/consumer/{consumer}/branch/latest/versions
                pb:provider-pacts /pacts/provider/{provider}
                pb:provider-pacts-with-tag /pacts/provider/{provider}/tag/{tag}
                pb:provider-pacts-with-branch /pacts/provider/{provider}/branch/{branch}
                pb:provider-pacts-with-main-branch /pacts/provider/{provider}/branch
                pb:latest-provider-pacts /pacts/provider/{provider}/latest
                pb:latest-provider-pacts-with-tag /pacts/provider/{provider}/latest/{tag}
                pb:latest-provider-pacts-with-branch /pacts/provider/{provider}/branch/{branch}/latest
                pb:latest-provider-pacts-with-main-branch /pacts/provider/{provider}/branch/latest
                pb:provider-pacts-for-verification /pacts/provider/{provider}/for-verification
                beta:provider-pacts-for-verification /pacts/provider/{provider}/for-verification
                pb:pacticipants /pacticipants
                pb:pacticipant /pacticipants/{pacticipant}
                pb:pacticipant-version /pacticipants/{pacticipant}/versions/{version}
                pb:pacticipant-version-tag /pacticipants/{pacticipant}/versions/{version}/tags/{tag}
                pb:pacticipant-branch /pacticipants/{pacticipant}/branches/{branch}
                pb:pacticipant-branch-version /pacticipants/{pacticipant}/branches/{branch}/versions/{version}
                pb:latest-version /pacticipants/{pacticipant}/latest-version
                pb:latest-tagged-version /pacticipants/{pacticipant}/latest-version/{tag}
                pb:can-i-deploy-pacticipant-version-to-tag /can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}
                pb:can-i-deploy-pacticipant-version-to-environment /can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}
                pb:webhooks /webhooks
                pb:webhook /webhooks/{uuid}
                pb:environments /environments
                pb:environment /environments/{uuid}
                pb:integrations /integrations
                pb:metrics /metrics
                """);
    }

    /** Documents that have all the relations there are. */
    private List<JsonObject> documents() {
        client.publish("web", "1", "orders", "a");
        client.branch("web", "1", "main");
        client.tag("web", "1", "rc");
        client.verify("web", "1", "orders", "22", true);
        client.put("/pacticipants/web/labels/frontend", "{}");
        return List.of(
                client.get("/"),
                client.get("/pacticipants"),
                client.get("/pacticipants/web"),
                client.get("/pacticipants/web/branches"),
                client.get("/pacticipants/web/branches/main"),
                client.get("/pacticipants/web/branches/main/versions/1"),
                client.get("/pacticipants/web/versions"),
                client.get("/pacticipants/web/versions/1"),
                client.get("/pacts/latest"),
                client.get("/pacts/provider/orders"),
                client.get("/pacts/provider/orders/consumer/web/versions"),
                client.get("/pacts/provider/orders/consumer/web/latest"),
                client.get("/pacts/provider/orders/consumer/web/latest/verification-results/latest"),
                client.get("/environments"),
                client.get(client.environmentUrl("test")),
                client.get("/integrations"),
                client.get("/dashboard"),
                client.post("/contracts/publish", Client.publication("web", "2", "main", "orders", "{}")));
    }

    @Test
    void are_each_explained_on_a_page() {
        Set<String> relations = new TreeSet<>();
        documents().forEach(document -> collect(document, relations));

        assertThat(relations).hasSizeGreaterThan(50).allSatisfy(relation -> {
            HttpResponse page = get("/doc/" + relation + "?context=index", "text/html");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body().text()).startsWith("pb:" + relation + "\n\n");
        });
        assertThat(get("/doc/nothing", "text/html").status()).isEqualTo(404);
    }

    private static void collect(JsonValue value, Set<String> relations) {
        value.asArray().ifPresent(array -> array.forEach(each -> collect(each, relations)));
        value.asObject()
                .ifPresent(object -> object.forEach((name, inner) -> {
                    if (name.equals("_links")) {
                        inner.asObject().orElseThrow().names().stream()
                                .filter(relation -> relation.contains(":"))
                                .forEach(relation -> relations.add(relation.substring(relation.indexOf(':') + 1)));
                    }
                    collect(inner, relations);
                }));
    }

    @Test
    void are_pointed_to_by_curies() {
        assertThat(at(client.get("/"), "_links curies").toJson())
                .isEqualTo(
                        "[{\"name\":\"pb\",\"href\":\"http://broker.test/doc/{rel}?context=index\",\"templated\":true},"
                                + "{\"name\":\"beta\",\"href\":\"http://broker.test/doc/{rel}?context=index\",\"templated\":true},"
                                + "{\"name\":\"pf\",\"href\":\"http://broker.test/doc/pf:{rel}?context=index\",\"templated\":true}]");
    }
}
