package dev.contract.broker;

import dev.contract.broker.store.DataSet;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.provider.broker.HttpBrokerTransport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a broker over a SQLite file takes for the questions of builds and of browsers, over HTTP on one connection, while its results grow from ten
 * thousand to a million. CONTRIBUTING.md has the command.
 */
final class VolumeBenchmark {
    private static final long SEED = 20261122;
    private static final Logger UNDERTOW = Logger.getLogger("io.undertow");

    private VolumeBenchmark() {}

    /** A kind of request, how often it is sent, and within which time 99 of 100 answers are to come. */
    private record Question(String name, int times, double aimMillis, IntFunction<HttpRequest> request) {}

    /** How many results there are to be; without any, the three sizes of the table. */
    public static void main(String[] arguments) {
        UNDERTOW.setLevel(Level.WARNING);
        int[] sizes = arguments.length == 0
                ? new int[] {10_000, 100_000, 1_000_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.printf("%-12s %-28s %9s %9s %9s %9s%n", "results", "", "p50", "p99", "longest", "aim");
        for (int size : sizes) {
            measure(new DataSet(SEED, size));
        }
    }

    private static void measure(DataSet data) {
        try (TestDatabase database = TestDatabase.of(Setting.IN_PROCESS)) {
            data.writeTo(Path.of(database.address().toString()));
            try (Broker broker = Broker.open(BrokerSettings.of(database.address()));
                    BrokerServer server = BrokerServer.start(broker, "127.0.0.1", 0);
                    HttpBrokerTransport transport =
                            HttpBrokerTransport.to(server.url()).retries(0).build()) {
                for (Question question : questions(data)) {
                    report(data, question, transport);
                }
            }
        }
    }

    private static void report(DataSet data, Question question, HttpBrokerTransport transport) {
        int warming = question.times() / 2;
        double[] millis = new double[question.times()];
        for (int i = -warming; i < question.times(); i++) {
            HttpRequest request = question.request().apply(i + warming);
            long start = System.nanoTime();
            HttpResponse response = transport.send(request);
            long end = System.nanoTime();
            if (response.status() != 200) {
                throw new IllegalStateException(
                        response.status() + " " + response.body().text());
            }
            if (i >= 0) {
                millis[i] = (end - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-12d %-28s %6.1f ms %6.1f ms %6.1f ms %6.0f ms%n",
                data.results(),
                question.name(),
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                question.aimMillis());
    }

    private static List<Question> questions(DataSet data) {
        Random random = new Random(SEED);
        int newest = data.versionsOfEach() - 1;
        return List.of(
                new Question("can-i-deploy", 2_000, 20, i -> canIDeploy(random, newest)),
                new Question("can-i-deploy of a hub", 1_000, 20, i -> canIDeploy(random.nextInt(5), newest)),
                new Question(
                        "for verification, with WIP",
                        1_000,
                        50,
                        i -> forVerification(5 + random.nextInt(DataSet.APPLICATIONS - 5))),
                new Question("the same of a hub", 300, 50, i -> forVerification(random.nextInt(5))),
                new Question("50 contracts in one call", 100, 300, i -> publication(i)),
                new Question("page: overview", 300, 150, i -> page("/", "page=" + (1 + i % 10))),
                new Question(
                        "page: an application",
                        300,
                        150,
                        i -> page("/pacticipants/" + DataSet.application(i % DataSet.APPLICATIONS), "")),
                new Question("page: can I deploy a hub?", 300, 150, i -> browsed(canIDeploy(i % 5, newest))),
                new Question("page: why", 300, 150, i -> page(whatIsVerified(5 + i % 100), "")),
                new Question("page: network", 100, 150, i -> page("/integrations", "")));
    }

    private static String whatIsVerified(int provider) {
        return "/pacts/provider/" + DataSet.application(provider) + "/for-verification";
    }

    private static HttpRequest page(String path, String query) {
        return browsed(HttpRequest.of("GET", path).withQuery(query.isEmpty() ? Query.EMPTY : Query.parse(query)));
    }

    private static HttpRequest browsed(HttpRequest request) {
        return request.withHeader("Accept", Browser.ACCEPT);
    }

    /** Of any application, mostly of one of its newest versions. */
    private static HttpRequest canIDeploy(Random random, int newest) {
        return canIDeploy(
                random.nextInt(DataSet.APPLICATIONS),
                Math.max(0, newest - random.nextInt(random.nextInt(4) == 0 ? 1_000 : 5)));
    }

    private static HttpRequest canIDeploy(int application, int version) {
        return new HttpRequest(
                "GET",
                "/can-i-deploy",
                Query.parse("pacticipant=" + DataSet.application(application) + "&version=" + version
                        + "&environment=production"),
                Headers.of("Accept", "application/hal+json"),
                Body.MISSING);
    }

    private static HttpRequest forVerification(int provider) {
        return post(whatIsVerified(provider), """
                {"providerVersionBranch": "main", "includePendingStatus": true, "includeWipPactsSince": "2020-01-01",
                 "consumerVersionSelectors": [{"mainBranch": true}, {"deployedOrReleased": true}, {"tag": "prod", "latest": true}]}""");
    }

    /** A new version each time, with contents of which every other one is new. */
    private static HttpRequest publication(int time) {
        String consumer = DataSet.application(100);
        List<String> contracts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String provider = DataSet.application(110 + i);
            String content = i % 2 == 0 ? "content of everybody" : "content " + time;
            String pact = pact(consumer, provider, content);
            contracts.add("{\"consumerName\": \"" + consumer + "\", \"providerName\": \"" + provider
                    + "\", \"specification\": \"pact\", \"contentType\": \"application/json\", \"content\": \""
                    + Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8)) + "\"}");
        }
        return post(
                "/contracts/publish",
                "{\"pacticipantName\": \"" + consumer + "\", \"pacticipantVersionNumber\": \"new " + time
                        + "\", \"branch\": \"main\", \"contracts\": [" + String.join(",", contracts) + "]}");
    }

    private static String pact(String consumer, String provider, String content) {
        String interactions = IntStream.range(0, 20)
                .mapToObj(i -> """
                        {"description": "%s, request %d", "request": {"method": "GET", "path": "/things/%d"},
                         "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {"id": %d, "name": "thing"}}}""".formatted(content, i, i, i))
                .collect(Collectors.joining(","));
        return "{\"consumer\": {\"name\": \"" + consumer + "\"}, \"provider\": {\"name\": \"" + provider
                + "\"}, \"interactions\": [" + interactions
                + "], \"metadata\": {\"pactSpecification\": {\"version\": \"2.0.0\"}}}";
    }

    private static HttpRequest post(String path, String body) {
        return new HttpRequest(
                "POST",
                path,
                Query.EMPTY,
                Headers.of("Accept", "application/hal+json").with("Content-Type", "application/json"),
                Body.text(body, ContentType.of("application/json")));
    }
}
