package dev.contract.broker;

import static dev.contract.core.law.Values.chance;
import static dev.contract.core.law.Values.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.contract.core.body.Body;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Values;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import dev.contract.provider.Verifier;
import dev.contract.provider.source.ContractSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is inferred, against what a real verification says: a service honours one contract, the broker is asked about another one that was
 * made of it, and where it says yes, the service is asked, too. {@code -Dinference.trials=1000} tries more.
 */
class InferenceTrialsTest {
    private static final int TRIALS = Integer.getInteger("inference.trials", 40);
    private static final List<String> NAMES = List.of("id", "name", "zip", "tags");
    private static final String ASK =
            "/matrix?q[][pacticipant]=%s&q[][version]=2&environment=test&latestby=cvpv&infer=true";
    private static final List<MatchingRule> RULES = List.of(
            MatchingRule.of("type"),
            MatchingRule.of("integer"),
            MatchingRule.of("notEmpty"),
            MatchingRule.regex("[a-z]+|\\d+"),
            MatchingRule.regex("\\w*"),
            new MatchingRule("include", JsonObject.of("value", JsonString.of("a"))),
            new MatchingRule("type", JsonObject.builder().put("min", 1).build()));

    @TempDir
    Path directory;

    /** @param answers of the service by path */
    private record Trial(List<Interaction> verified, List<Interaction> wanted, Map<String, HttpResponse> answers) {}

    @Test
    void the_broker_never_says_yes_where_the_service_says_no() throws IOException {
        int inferred = 0;
        try (TestBroker broker = TestBroker.open()) {
            broker.client().environment("test");
            for (int seed = 0; seed < TRIALS; seed++) {
                inferred += isInferred(seed, broker.client()) ? 1 : 0;
            }
        }

        assertThat(inferred).as("yes of %s", TRIALS).isBetween(TRIALS / 20, TRIALS * 19 / 20);
    }

    private boolean isInferred(int seed, Client client) throws IOException {
        Trial trial = trial(new SplittableRandom(seed));
        String consumer = "web-" + seed;
        String provider = "users-" + seed;
        byte[] former = written(consumer, provider, trial.verified());
        byte[] fresh = written(consumer, provider, trial.wanted());
        HttpServer service = service(trial.answers());
        try {
            assertThat(isHonoured(provider, former, service))
                    .as("seed %s", seed)
                    .isTrue();
            publish(client, consumer, "1", provider, former);
            client.verify(consumer, "1", provider, "5", true);
            client.deploy(provider, "5", "test", "");
            publish(client, consumer, "2", provider, fresh);
            boolean yes = Client.at(client.get(ASK.formatted(consumer)), "summary deployable")
                    .toJson()
                    .equals("true");
            if (yes) {
                assertThat(isHonoured(provider, fresh, service))
                        .as("seed %s: %s", seed, new String(fresh, StandardCharsets.UTF_8))
                        .isTrue();
            }
            return yes;
        } finally {
            service.stop(0);
        }
    }

    private static void publish(Client client, String consumer, String version, String provider, byte[] contract) {
        client.put(Client.pactPath(consumer, version, provider), new String(contract, StandardCharsets.UTF_8));
    }

    private static byte[] written(String consumer, String provider, List<Interaction> interactions) {
        return ContractWriter.write(Contract.of(consumer, provider, interactions));
    }

    private boolean isHonoured(String provider, byte[] contract, HttpServer service) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(provider));
        Files.write(folder.resolve("contract.json"), contract);
        return Verifier.of(provider)
                .contractsFrom(ContractSource.directory(folder.toString()))
                .at("http://127.0.0.1:" + service.getAddress().getPort())
                .verify()
                .success();
    }

    private static HttpServer service(Map<String, HttpResponse> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            HttpResponse answer = answers.get(exchange.getRequestURI().getPath());
            byte[] body = answer.body().bytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Trial trial(RandomGenerator random) {
        Trial trial = new Trial(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        for (int i = 0; i <= random.nextInt(2); i++) {
            JsonObject example = object(random);
            ResponsePart sound = expected(random, example, MatchingRules.NONE);
            trial.verified().add(asked(i, sound));
            trial.answers().put("/" + i, answer(random, sound, example));
            JsonObject other = chance(random, 3) ? edited(random, example) : example;
            trial.wanted()
                    .add(asked(i, expected(random, other, chance(random, 2) ? sound.rules() : MatchingRules.NONE)));
        }
        return trial;
    }

    private static HttpInteraction asked(int number, ResponsePart response) {
        return new HttpInteraction(
                "request " + number,
                List.of(),
                RequestPart.of(HttpRequest.of("GET", "/" + number)),
                response,
                Annotations.NONE);
    }

    /** With some rules more, if the example obeys them. */
    private static ResponsePart expected(RandomGenerator random, JsonObject body, MatchingRules known) {
        HttpResponse example = HttpResponse.of(200)
                .withHeader("Content-Type", "application/json")
                .withBody(Body.json(body));
        ResponsePart part = ResponsePart.of(example, known, Generators.NONE);
        for (String name : body.names()) {
            MatchingRules more = part.rules().with(Category.BODY, "$." + name, RuleGroup.of(one(random, RULES)));
            ResponsePart ruled = ResponsePart.of(example, more, Generators.NONE);
            part = chance(random, 2) && accepts(ruled, example) ? ruled : part;
        }
        return part;
    }

    private static boolean accepts(ResponsePart expected, HttpResponse answer) {
        return PlanCompiler.response(expected, SpecVersion.V4).match(answer).matches();
    }

    /** Other than the example, where something was found. */
    private static HttpResponse answer(RandomGenerator random, ResponsePart expected, JsonObject example) {
        for (int i = 0; i < 30; i++) {
            HttpResponse answer = expected.example().withBody(Body.json(edited(random, example)));
            if (accepts(expected, answer)) {
                return answer;
            }
        }
        return expected.example();
    }

    private static JsonObject object(RandomGenerator random) {
        JsonObject.Builder object = JsonObject.builder();
        NAMES.forEach(name -> {
            if (chance(random, 2)) {
                object.put(name, value(random));
            }
        });
        return object.build();
    }

    private static JsonObject edited(RandomGenerator random, JsonObject object) {
        JsonObject.Builder edited = JsonObject.builder();
        object.forEach((name, value) -> edited.put(name, chance(random, 3) ? value(random) : value));
        JsonObject built = edited.build();
        return chance(random, 4) && !built.isEmpty() ? built.without(one(random, built.names())) : built;
    }

    private static JsonValue value(RandomGenerator random) {
        return chance(random, 3) ? Values.json(random) : JsonString.of(one(random, "a", "Anna", "42", "x y", ""));
    }
}
