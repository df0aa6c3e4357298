package dev.contract.core.matching.multipart;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
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
import dev.contract.core.multipart.MultipartPart;
import dev.contract.core.multipart.MultipartReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Matching a multipart body of 1 MB, parsing included, beside what parsing alone costs: finding the parts, and also reading what is in
 * them. It has an image of 700 KB, a JSON document of 300 KB and a few fields.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class MultipartMatchingBenchmark {
    private byte[] body;
    private HttpResponse response;
    private ResponsePlan rules;
    private ResponsePlan equality;

    @Setup
    public void prepare() {
        body = body("----formBoundary7MA4YWxkTrZu0gW", 0);
        response = response("----formBoundary7MA4YWxkTrZu0gW", body);
        HttpResponse example = response("----another-boundary", body("----another-boundary", 1));
        rules = plan(
                example,
                MatchingRules.NONE
                        .with(Category.BODY, "$.id", RuleGroup.of(MatchingRule.of("integer")))
                        .with(Category.BODY, "$.user", RuleGroup.of(MatchingRule.of("type")))
                        .with(Category.BODY, "$.image", RuleGroup.of(contentType("image/jpeg"))));
        equality = plan(response("----another-boundary", body("----another-boundary", 0)), MatchingRules.NONE);
        if (!matchRules().matches() || !matchEquality().matches()) {
            throw new IllegalStateException("the bodies of this benchmark must match");
        }
    }

    private static byte[] body(String boundary, int seed) {
        byte[] image = new byte[700_000];
        new SplittableRandom(seed).nextBytes(image);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, image, 0, 3);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(boundary, "id\"", ("" + (17 + seed)).getBytes(StandardCharsets.UTF_8), body);
        part(boundary, "user\"\r\nContent-Type: application/json", user(seed), body);
        part(boundary, "image\"; filename=\"me.jpg\"\r\nContent-Type: image/jpeg", image, body);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(String boundary, String head, byte[] content, ByteArrayOutputStream body) {
        String start = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + head + "\r\n\r\n";
        body.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] user(int seed) {
        String list = IntStream.range(0, 3_000)
                .mapToObj(i -> """
                        {"id":%d,"name":"Customer %d","street":"Main Street","city":"Springfield","tags":["new","vip"]}""".formatted(i + seed, i + seed))
                .collect(Collectors.joining(","));
        return ("[" + list + "]").getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse response(String boundary, byte[] body) {
        return HttpResponse.of(200)
                .withHeaders(Headers.of("Content-Type", "multipart/form-data; boundary=" + boundary))
                .withBody(Body.of(body));
    }

    private static MatchingRule contentType(String type) {
        return new MatchingRule("contentType", JsonObject.of("value", JsonString.of(type)));
    }

    private static ResponsePlan plan(HttpResponse expected, MatchingRules rules) {
        return PlanCompiler.response(ResponsePart.of(expected, rules, Generators.NONE), SpecVersion.V4);
    }

    @Benchmark
    public MatchResult matchRules() {
        return rules.match(response);
    }

    @Benchmark
    public MatchResult matchEquality() {
        return equality.match(response);
    }

    @Benchmark
    public List<MultipartPart> floorParts() {
        return MultipartReader.read(body, "----formBoundary7MA4YWxkTrZu0gW");
    }

    @Benchmark
    public List<Object> floorPartsAndContents() {
        List<MultipartPart> parts = floorParts();
        return List.of(
                parts.get(0).content(),
                JsonReader.read(parts.get(1).content()),
                parts.get(2).content());
    }
}
