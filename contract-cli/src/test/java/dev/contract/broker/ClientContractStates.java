package dev.contract.broker;

import dev.contract.core.json.JsonValue;

/** The provider states of the client's contract, reached through the API. */
final class ClientContractStates {
    private static final String VERSION = "5556b8149bf8bac76bc30f50a8a2dd4c22c85f30";

    private final Client client;

    ClientContractStates(Client client) {
        this.client = client;
    }

    void establish(String state) {
        switch (state) {
            case "the pb:pacticipant-branch relation exists in the index resource",
                    "the pb:latest-version relation exists in the index resource",
                    "the pb:latest-tagged-version relation exists in the index resource",
                    "the pacticipant relations are present",
                    "the pb:publish-contracts relations exists in the index resource",
                    "the pb:pacticipant-version and pb:environments relations exist in the index resource",
                    "the 'Pricing Service' does not exist in the pact-broker",
                    "'Condor' does not exist in the pact-broker" -> {}
            case "a branch named main exists for pacticipant Foo" -> client.branch("Foo", "1", "main");
            case "a pact between Condor and the Pricing Service exists",
                    "a latest pact between Condor and the Pricing Service exists",
                    "the 'Pricing Service' and 'Condor' already exist in the pact-broker, and Condor already has a pact published for version 1.3.0" ->
                publish();
            case "tagged as prod pact between Condor and the Pricing Service exists",
                    "a pact between Condor and the Pricing Service exists for the production version of Condor" -> {
                publish();
                client.tag("Condor", "1.3.0", "prod");
            }
            case "'Condor' exists in the pact-broker" -> client.version("Condor", "1.3.0");
            case "'Condor' exists in the pact-broker with version 1.3.0, tagged with 'prod'" ->
                client.tag("Condor", "1.3.0", "prod");
            case "'Condor' exists in the pact-broker with the latest version 1.2.3" ->
                client.version("Condor", "1.2.3");
            case "'Condor' exists in the pact-broker with the latest tagged 'production' version 1.2.3" ->
                client.tag("Condor", "1.2.3", "production");
            case "the 'Pricing Service' already exists in the pact-broker" -> pricingService();
            case "the 'Pricing Service' and 'Condor' already exist in the pact-broker" -> {
                pricingService();
                client.version("Condor", "1.3.0");
            }
            case "a webhook with the uuid 696c5f93-1b7f-44bc-8d03-59440fcaa9a0 exists" -> {
                pricingService();
                client.version("Condor", "1.3.0");
                client.put(
                        "/webhooks/696c5f93-1b7f-44bc-8d03-59440fcaa9a0",
                        "{\"request\": {\"method\": \"POST\", \"url\": \"https://webhook\"}}");
            }
            case "no pact between Condor and the Pricing Service exists" -> {
                pricingService();
                client.version("Condor", "1.3.0");
            }
            case "a pacticipant with name Foo exists" -> client.version("Foo", "1");
            default -> establishMatrix(state);
        }
    }

    private void publish() {
        client.put(
                Client.pactPath("Condor", "1.3.0", "Pricing Service"),
                "{\"consumer\": {\"name\": \"Condor\"}, \"provider\": {\"name\": \"Pricing Service\"}, \"interactions\": []}");
    }

    private void pricingService() {
        client.version("Pricing Service", "1.3.0");
        client.patch(
                "/pacticipants/Pricing%20Service",
                "{\"repositoryUrl\": \"git@git.realestate.com.au:business-systems/pricing-service\"}");
    }

    private void establishMatrix(String state) {
        switch (state) {
            case "provider Bar version 4.5.6 has a successful verification for Foo version 1.2.3 tagged prod and a failed verification for version 3.4.5 tagged prod" -> {
                verified("Foo", "1.2.3", "4.5.6", true);
                verified("Foo", "3.4.5", "4.5.6", false);
                client.tag("Foo", "1.2.3", "prod");
                client.tag("Foo", "3.4.5", "prod");
            }
            case "the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6" ->
                verified("Foo", "1.2.3", "4.5.6", true);
            case "the pact for Foo Thing version 1.2.3 has been verified by Bar version 4.5.6" ->
                verified("Foo Thing", "1.2.3", "4.5.6", true);
            case "the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6 and version 5.6.7" -> {
                verified("Foo", "1.2.3", "4.5.6", true);
                verified("Foo", "1.2.3", "5.6.7", true);
            }
            case "the pact for Foo version 1.2.3 and 1.2.4 has been verified by Bar version 4.5.6" -> {
                verified("Foo", "1.2.3", "4.5.6", true);
                verified("Foo", "1.2.4", "4.5.6", true);
            }
            case "the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6, and 1.2.4 unsuccessfully by 9.9.9" -> {
                verified("Foo", "1.2.3", "4.5.6", true);
                verified("Foo", "1.2.4", "9.9.9", false);
            }
            case "the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 with tag prod, and 1.2.4 unsuccessfully by 9.9.9" -> {
                verified("Foo", "1.2.3", "4.5.6", true);
                client.tag("Bar", "4.5.6", "prod");
                verified("Foo", "1.2.4", "9.9.9", false);
            }
            case "the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 (tagged prod) and version 5.6.7" -> {
                verified("Foo", "1.2.3", "4.5.6", true);
                client.tag("Bar", "4.5.6", "prod");
                verified("Foo", "1.2.3", "5.6.7", true);
            }
            default -> establishEnvironments(state);
        }
    }

    private void verified(String consumer, String version, String providerVersion, boolean success) {
        client.publish(consumer, version, "Bar", "content of " + version);
        client.verify(consumer, version, "Bar", providerVersion, success);
    }

    private void establishEnvironments(String state) {
        Client.list(client.get("/environments"), "_links pb:environments").forEach(this::delete);
        switch (state) {
            case "version " + VERSION + " of pacticipant Foo exists with a test environment available for deployment",
                    "version " + VERSION
                            + " of pacticipant Foo exists with a test environment available for release" -> {
                client.version("Foo", VERSION);
                client.environment("test");
            }
            case "version " + VERSION
                    + " of pacticipant Foo exists with 2 environments that aren't test available for deployment" -> {
                client.version("Foo", VERSION);
                client.environment("prod");
                client.environment("dev");
            }
            case "an environment with name test exists",
                    "an environment with name test and UUID 16926ef3-590f-4e3f-838e-719717aa88c9 exists" ->
                client.environment("test");
            case "an version is deployed to environment with UUID 16926ef3-590f-4e3f-838e-719717aa88c9 with target customer-1",
                    "a currently deployed version exists" -> {
                client.environment("test");
                client.version("Foo", "2");
                client.deploy("Foo", "2", "test", "customer-1");
            }
            default -> throw new IllegalArgumentException("no such state: " + state);
        }
    }

    private void delete(JsonValue environment) {
        client.send("DELETE", Client.text(environment, "href"), "");
    }
}
