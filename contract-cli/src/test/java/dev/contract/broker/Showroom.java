package dev.contract.broker;

import dev.contract.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A broker with something of everything in it, for whoever looks at its pages. */
final class Showroom {
    /** All kinds of interactions, with rules, states and generators; the pictures of nobody's data. */
    static final String ORDERS_CONTRACT = """
        {"consumer": {"name": "shop-web"}, "provider": {"name": "order-service"},
         "interactions": [
          {"type": "Synchronous/HTTP", "description": "a list of the orders of a user", "key": "k1",
           "providerStates": [{"name": "user 42 has orders", "params": {"id": 42, "orders": ["o-1", "o-2"]}}],
           "request": {"method": "GET", "path": "/users/42/orders", "query": {"page": ["1"], "sort": ["date"]},
             "headers": {"Accept": ["application/json"]},
             "matchingRules": {
               "path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "/users/[0-9]+/orders"}]},
               "query": {"page": {"combine": "AND", "matchers": [{"match": "integer"}]}}}},
           "response": {"status": 200, "headers": {"Content-Type": ["application/json"], "Cache-Control": ["no-store"]},
             "body": {"contentType": "application/json", "encoded": false, "content": {
               "total": 2, "user": {"id": 42, "name": "Alice", "email": "alice@example.com", "since": "2024-02-29"},
               "orders": [{"id": "o-1", "price": 12.50, "currency": "EUR", "paid": true, "note": null, "lines": []}]}},
             "matchingRules": {
               "header": {"Content-Type": {"combine": "AND", "matchers": [{"match": "contentType", "value": "application/json"}]}},
               "status": {"combine": "AND", "matchers": [{"match": "statusCode", "status": "success"}]},
               "body": {
                "$.total": {"combine": "AND", "matchers": [{"match": "integer"}]},
                "$.user.name": {"combine": "AND", "matchers": [{"match": "type"}]},
                "$.user.since": {"combine": "AND", "matchers": [{"match": "date", "format": "yyyy-MM-dd"}]},
                "$.orders": {"combine": "AND", "matchers": [{"match": "type", "min": 1}]},
                "$.orders[*].id": {"combine": "AND", "matchers": [{"match": "regex", "regex": "o-\\\\d+"}]},
                "$.orders[*].price": {"combine": "OR", "matchers": [{"match": "decimal"}, {"match": "null"}]}}},
             "generators": {"body": {"$.user.since": {"type": "Date", "format": "yyyy-MM-dd"}}}},
           "comments": {"text": ["Sorted by date, the newest first; see https://wiki.example/orders."], "testname": "OrdersClientTest.lists"}},
          {"type": "Synchronous/HTTP", "description": "an order that is too large", "pending": true,
           "request": {"method": "POST", "path": "/orders", "headers": {"Content-Type": ["application/json"]},
             "body": {"contentType": "application/json", "encoded": false, "content": {"items": [{"sku": "a'b", "count": 100000}]}}},
           "response": {"status": 422, "headers": {"Content-Type": ["application/problem+json"]},
             "body": {"contentType": "application/problem+json", "encoded": false, "content": {"title": "Too many", "status": 422}},
             "matchingRules": {"body": {"$.title": {"combine": "AND", "matchers": [{"match": "type"}]}}}}},
          {"type": "Synchronous/HTTP", "description": "an invoice as XML",
           "request": {"method": "GET", "path": "/orders/o-1/invoice"},
           "response": {"status": 200, "headers": {"Content-Type": ["application/xml"]},
             "body": {"contentType": "application/xml", "encoded": false, "content": "<invoice number=\\"7\\">\\n  <total currency=\\"EUR\\">12.50</total>\\n</invoice>"},
             "matchingRules": {"body": {"$.invoice.total['#text']": {"combine": "AND", "matchers": [{"match": "decimal"}]}}}}},
          {"type": "Synchronous/HTTP", "description": "a picture of an article",
           "request": {"method": "GET", "path": "/articles/7/picture"},
           "response": {"status": 200, "headers": {"Content-Type": ["image/png"]},
             "body": {"contentType": "image/png", "encoded": "base64", "content": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="},
             "matchingRules": {"body": {"$": {"combine": "AND", "matchers": [{"match": "contentType", "value": "image/png"}]}}}}},
          {"type": "Asynchronous/Messages", "description": "an order was placed",
           "providerStates": [{"name": "an order is placed"}],
           "contents": {"contentType": "application/json", "encoded": false, "content": {"event": "order-placed", "order": "o-1"}},
           "metadata": {"contentType": "application/json", "topic": "orders"},
           "matchingRules": {"body": {"$.order": {"combine": "AND", "matchers": [{"match": "type"}]}}}},
          {"type": "Synchronous/Messages", "description": "the price of an article",
           "request": {"contents": {"contentType": "application/json", "encoded": false, "content": {"sku": "a-1"}}},
           "response": [{"contents": {"contentType": "application/json", "encoded": false, "content": {"price": 12.5}},
             "matchingRules": {"body": {"$.price": {"combine": "AND", "matchers": [{"match": "number"}]}}}}]}],
         "metadata": {"pactSpecification": {"version": "4.0"}}}""";

    private final Client client;

    private Showroom(Client client) {
        this.client = client;
    }

    private static final String STOCK_DOCUMENT = """
            openapi: 3.1.0
            info: {title: stock, version: "1"}
            paths:
              /articles/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses:
                    "200":
                      description: how many are left
                      content:
                        application/json:
                          schema: {type: object, properties: {id: {type: integer}, left: {type: integer}}}
            """;

    static void fill(Client client) {
        Showroom room = new Showroom(client);
        room.applications();
        room.contracts();
        room.results();
        room.environments();
        room.webhooks();
    }

    /** What providers say of themselves; besides {@link #fill}, so that what can be deployed there stays as it is. */
    static void fillPromises(Client client) {
        client.put("/pacticipants/stock-app/labels/team-stock", "{}");
        client.put("/pacticipants/stock-service/labels/team-stock", "{}");
        client.put(Client.pactPath("stock-app", "1", "stock-service"), """
            {"consumer": {"name": "stock-app"}, "provider": {"name": "stock-service"},
             "interactions": [
              {"description": "what is left of an article", "providerStates": [{"name": "article 7 is there"}],
               "request": {"method": "GET", "path": "/articles/7"},
               "response": {"status": 200, "headers": {"Content-Type": "application/json"},
                 "body": {"id": 7, "left": 12, "shelf": "B4"}}},
              {"description": "an article is ordered", "request": {"method": "POST", "path": "/orders"},
               "response": {"status": 201}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}""");
        client.post("/provider-contracts/provider/stock-service/publish", """
            {"pacticipantVersionNumber": "8", "branch": "main", "tags": ["rc"], "contract": {"content": "%s",
             "contentType": "application/yaml", "specification": "oas", "selfVerificationResults": {"success": true,
             "verifier": "rest-assured", "verifierVersion": "5.5", "format": "text", "content": "%s"}}}""".formatted(
                        base64(STOCK_DOCUMENT), base64("2 tests, none failed <b>\n")));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String consumer, String version, String branch, String provider, String pact) {
        client.post("/contracts/publish", Client.publication(consumer, version, branch, provider, pact));
    }

    private void applications() {
        client.patch("/pacticipants/shop-web", """
            {"displayName": "Shop", "mainBranch": "main", "repositoryUrl": "https://git.example/shop-web"}""");
        client.mainBranch("order-service", "main");
        client.mainBranch("user-service", "main");
    }

    private void contracts() {
        publish("shop-web", "5c1d9e0", "main", "user-service", Client.pact("shop-web", "user-service", "a user"));
        publish("shop-web", "7f3c2a1", "main", "order-service", changed());
        publish("shop-web", "9ab04c2", "main", "order-service", ORDERS_CONTRACT);
        publish("shop-web", "9ab04c2", "main", "user-service", Client.pact("shop-web", "user-service", "a user"));
        publish(
                "shop-app",
                "3.2.0",
                "release/3",
                "order-service",
                Client.pact("shop-app", "order-service", "an order"));
        publish(
                "order-service",
                "b41d0aa",
                "main",
                "user-service",
                Client.pact("order-service", "user-service", "who"));
        publish(
                "order-service",
                "b41d0aa",
                "main",
                "mail-service",
                Client.pact("order-service", "mail-service", "mail"));
        publish("mail-service", "12", "main", "template-service", Client.pact("mail-service", "template-service", "t"));
        publish("billing", "2026-11-20", "main", "order-service", Client.pact("billing", "order-service", "paid"));
        client.branch("shop-web", "9ab04c2", "feat/wishlist");
        client.tag("shop-web", "9ab04c2", "rc");
    }

    private static String changed() {
        return ORDERS_CONTRACT.replace("\"min\": 1", "\"min\": 2").replace("12.50, \"currency\"", "9, \"currency\"");
    }

    private void results() {
        client.verify("shop-web", "5c1d9e0", "user-service", "e0c77d2", true);
        client.verify("shop-web", "7f3c2a1", "order-service", "b41d0aa", true);
        client.branch("order-service", "b41d0aa", "main");
        result("9ab04c2", "c55e810");
        client.branch("order-service", "c55e810", "main");
        client.verify("order-service", "b41d0aa", "user-service", "e0c77d2", true);
        client.branch("user-service", "e0c77d2", "main");
        client.verify("billing", "2026-11-20", "order-service", "b41d0aa", true);
    }

    /** Two interactions passed, one failed, of the others nothing is known. */
    private void result(String consumerVersion, String providerVersion) {
        JsonObject pact = client.get(Client.pactPath("shop-web", consumerVersion, "order-service"));
        client.post(Client.text(pact, "_links pb:publish-verification-results href"), """
                {"success": false, "providerApplicationVersion": "%s", "buildUrl": "https://ci.example/builds/77",
                 "verifiedBy": {"implementation": "contract", "version": "0.1"},
                 "testResults": {"tests": [
                  {"interactionId": "%s", "success": false, "mismatches": [
                    {"attribute": "body", "identifier": "$.user.name", "description": "expected a string, but was 7"},
                    {"attribute": "header", "identifier": "Cache-Control", "description": "expected no-store, but it was missing"}]},
                  {"interactionId": "%s", "success": true},
                  {"interactionId": "%s", "success": true}]}}""".formatted(
                        providerVersion,
                        Client.text(pact, "interactions 0 _id"),
                        Client.text(pact, "interactions 1 _id"),
                        Client.text(pact, "interactions 4 _id")));
    }

    private void environments() {
        client.environment("staging");
        client.deploy("user-service", "e0c77d2", "production", "");
        client.deploy("order-service", "b41d0aa", "production", "eu");
        client.deploy("order-service", "c55e810", "staging", "");
        client.deploy("shop-web", "7f3c2a1", "production", "");
        client.release("shop-app", "3.2.0", "production");
    }

    private void webhooks() {
        client.post("/webhooks", """
            {"description": "Build the provider of shop-web", "consumer": {"name": "shop-web"}, "enabled": true,
             "events": [{"name": "contract_requiring_verification_published"}],
             "request": {"method": "POST", "url": "https://ci.example/trigger?contract=${pactbroker.pactUrl}",
               "headers": {"Authorization": "Bearer secret-of-the-build-server", "Content-Type": "application/json"},
               "body": {"ref": "main"}}}""");
        publish(
                "shop-web",
                "d00d1e5",
                "feat/wishlist",
                "order-service",
                Client.pact("shop-web", "order-service", "wish"));
    }

    /** A contract whose every text is what an attacker would write. */
    static String hostilePact(String consumer, String provider, String text) {
        String quoted = json(text);
        return """
            {"consumer": {"name": %1$s}, "provider": {"name": %2$s},
             "interactions": [{"type": "Synchronous/HTTP", "description": %3$s, "key": %3$s,
               "providerStates": [{"name": %3$s, "params": {%3$s: %3$s}}],
               "request": {"method": "POST", "path": %4$s, "query": {%3$s: [%3$s]}, "headers": {"X-Header": [%3$s]},
                 "body": {"contentType": "application/json", "encoded": false, "content": {%3$s: [%3$s]}},
                 "matchingRules": {"header": {"X-Header": {"combine": "AND", "matchers": [{"match": "regex", "regex": %3$s}]}},
                   "body": {"$[*][*]": {"combine": "AND", "matchers": [{"match": "regex", "regex": %3$s}]}}}},
               "response": {"status": 200, "headers": {"X-Header": [%3$s]},
                 "body": {"contentType": "text/html", "encoded": false, "content": %3$s}},
               "comments": {"text": [%3$s], "testname": %3$s}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(json(consumer), json(provider), quoted, json("/" + text));
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** What somebody would like our readers' browsers to run, and what would mislead their eyes. */
    static final String MALICE =
            "</title><script>malice=1</script>\"'><img src=x onerror=malice=1>&lt;${malice}javascript:malice=1 \u202egnp";

    static final String MALICIOUS_CONTRACT = Client.pactPath("a" + MALICE, "v" + MALICE, "b" + MALICE);

    /** Everything that has a name is called so. */
    static void fillWithMalice(Client client) {
        String consumer = "a" + MALICE;
        String provider = "b" + MALICE;
        String version = "v" + MALICE;
        client.put(MALICIOUS_CONTRACT, hostilePact(consumer, provider, MALICE));
        client.put(Client.pactPath(consumer, "w" + MALICE, provider), hostilePact(consumer, provider, MALICE + "2"));
        client.branch(consumer, version, "br" + MALICE);
        client.tag(consumer, version, "t" + MALICE);
        JsonObject pact = client.get(MALICIOUS_CONTRACT);
        client.post(Client.text(pact, "_links pb:publish-verification-results href"), """
                {"success": false, "providerApplicationVersion": %1$s, "verifiedBy": {"implementation": %1$s},
                 "testResults": [{"interactionId": "%2$s", "success": false,
                   "mismatches": [{"attribute": %1$s, "identifier": %1$s, "description": %1$s}]}]}""".formatted(
                        json(version), Client.text(pact, "interactions 0 _id")));
        client.post("/environments", """
                {"name": "e", "displayName": %1$s, "production": true, "contacts": [{"name": %1$s, "details": {%1$s: %1$s}}]}""".formatted(json(MALICE)));
        client.deploy(provider, version, "e", MALICE.replace('"', ' '));
        client.post("/webhooks", """
                {"description": %1$s, "enabled": true, "events": [{"name": "contract_published"}],
                 "request": {"method": "POST", "url": "https://ci.example/", "headers": {"X-Name": %1$s}, "body": %1$s}}""".formatted(json(MALICE.replace("${malice}", ""))));
        client.put(Client.pactPath(consumer, "x" + MALICE, provider), hostilePact(consumer, provider, MALICE + "3"));
    }
}
