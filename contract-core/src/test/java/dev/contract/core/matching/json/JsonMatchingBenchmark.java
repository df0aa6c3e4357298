package dev.contract.core.matching.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Matching a response with a JSON body, parsing included, beside what parsing alone costs: with Jackson (tokens, tree) and with us.
 *
 * <p>Bodies are lists of items of about 190 bytes: 8 fields, a nested object, an array. Type rules are ten, below {@code $.items[*]}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class JsonMatchingBenchmark {
    private static final List<String> TYPED = List.of(
            "$.items",
            "$.items[*].id",
            "$.items[*].name",
            "$.items[*].price",
            "$.items[*].active",
            "$.items[*].created",
            "$.items[*].address.street",
            "$.items[*].address.city",
            "$.items[*].tags",
            "$.items[*].tags[*]");

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final JsonFactory TOKENS = new JsonFactory();

    /** 1 KB, 100 KB, 5 MB. */
    @Param({"5", "500", "25000"})
    private int items;

    private byte[] body;
    private HttpResponse response;
    private ResponsePlan typeRules;
    private ResponsePlan equality;

    @Setup(Level.Trial)
    public void prepare() {
        body = body(items, 0);
        response = response(body);
        typeRules = plan(response(body(1, 7)), rules());
        equality = plan(response, MatchingRules.NONE);
        if (!matchTypeRules().matches() || !matchEquality().matches()) {
            throw new IllegalStateException("the bodies of this benchmark must match");
        }
    }

    private static byte[] body(int items, int seed) {
        StringBuilder text = new StringBuilder("{\"items\":[");
        for (int i = 0; i < items; i++) {
            int n = i + seed;
            text.append(i == 0 ? "" : ",").append(item(n));
        }
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String item(int n) {
        return """
                {"id":%d,"name":"Customer %d","price":%d.%02d,"active":%b,"created":"2024-01-%02dT10:00:00Z",\
                "score":17,"address":{"street":"Main Street %d","city":"Springfield"},"tags":["new","vip"]}""".formatted(100_000 + n, n, n % 900, n % 100, n % 2 == 0, n % 28 + 1, n % 300);
    }

    private static HttpResponse response(byte[] body) {
        return HttpResponse.of(200)
                .withHeaders(Headers.of("Content-Type", "application/json"))
                .withBody(Body.of(body));
    }

    private static MatchingRules rules() {
        MatchingRules rules = MatchingRules.NONE;
        for (String path : TYPED) {
            rules = rules.with(Category.BODY, path, RuleGroup.of(MatchingRule.of("type")));
        }
        return rules;
    }

    private static ResponsePlan plan(HttpResponse expected, MatchingRules rules) {
        return PlanCompiler.response(ResponsePart.of(expected, rules, Generators.NONE), SpecVersion.V4);
    }

    @Benchmark
    public MatchResult matchTypeRules() {
        return typeRules.match(response);
    }

    @Benchmark
    public MatchResult matchEquality() {
        return equality.match(response);
    }

    @Benchmark
    public JsonValue floorOwnTree() {
        return JsonReader.read(body);
    }

    @Benchmark
    public JsonNode floorJacksonTree() throws IOException {
        return JACKSON.readTree(body);
    }

    @Benchmark
    public int floorJacksonTokens() throws IOException {
        int tokens = 0;
        try (JsonParser parser = TOKENS.createParser(body)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
