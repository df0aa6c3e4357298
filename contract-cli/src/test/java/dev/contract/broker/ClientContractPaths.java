package dev.contract.broker;

/** The contract names some addresses only by the relation that leads to them: this finds where the broker's own links lead. */
final class ClientContractPaths {
    private static final String RELATION = "/HAL-REL-PLACEHOLDER-";
    private static final String VERSION = "5556b8149bf8bac76bc30f50a8a2dd4c22c85f30";

    private final Client client;

    ClientContractPaths(Client client) {
        this.client = client;
    }

    String resolve(String path) {
        if (path.startsWith("/PLACEHOLDER-ENVIRONMENT-CURRENTLY-DEPLOYED-")) {
            return path(Client.text(
                    client.get(client.environmentUrl("test")), "_links pb:currently-deployed-deployed-versions href"));
        }
        if (path.startsWith("/PLACEHOLDER-DEPLOYED-VERSION-")) {
            return path(Client.text(
                    client.get(client.environmentUrl("test") + "/deployed-versions/currently-deployed"),
                    "_embedded deployedVersions 0 _links self href"));
        }
        return path.startsWith(RELATION) ? relation(path.substring(RELATION.length())) : path;
    }

    private String relation(String name) {
        return switch (name) {
            case "PB-PACTICIPANT-BRANCH-Foo-main" ->
                index("pb:pacticipant-branch", "{pacticipant}", "Foo", "{branch}", "main");
            case "INDEX-PB-LATEST-VERSION-Condor" -> index("pb:latest-version", "{pacticipant}", "Condor");
            case "INDEX-PB-LATEST-TAGGED-VERSION-Condor-production" ->
                index("pb:latest-tagged-version", "{pacticipant}", "Condor", "{tag}", "production");
            case "PB-PUBLISH-CONTRACTS" -> index("pb:publish-contracts");
            case "PB-WEBHOOKS" -> index("pb:webhooks");
            case "PB-ENVIRONMENTS" -> index("pb:environments");
            case "PB-PACTICIPANT-VERSION-Foo-" + VERSION -> version();
            case "PB-RECORD-DEPLOYMENT-FOO-5556B8149BF8BAC76BC30F50A8A2DD4C22C85F30-TEST" ->
                path(Client.text(client.get(version()), "_links pb:record-deployment 0 href"));
            case "PB-RECORD-RELEASE-FOO-5556B8149BF8BAC76BC30F50A8A2DD4C22C85F30-TEST" ->
                path(Client.text(client.get(version()), "_links pb:record-release 0 href"));
            case "PB-ENVIRONMENT-16926ef3-590f-4e3f-838e-719717aa88c9" -> path(client.environmentUrl("test"));
            default -> throw new IllegalArgumentException("no such relation: " + name);
        };
    }

    private String version() {
        return index("pb:pacticipant-version", "{pacticipant}", "Foo", "{version}", VERSION);
    }

    private String index(String relation, String... namesAndValues) {
        String href = Client.text(client.get("/"), "_links " + relation + " href");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            href = href.replace(namesAndValues[i], namesAndValues[i + 1]);
        }
        return path(href);
    }

    private static String path(String url) {
        return url.substring(url.indexOf('/', "http://".length()));
    }
}
