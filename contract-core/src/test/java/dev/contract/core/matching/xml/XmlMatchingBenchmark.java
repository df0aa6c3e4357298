package dev.contract.core.matching.xml;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
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
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
import org.w3c.dom.Document;

/**
 * Matching a response with an XML body of 100 KB, parsing included, beside what parsing alone costs: the JDK's events, its DOM, and our
 * tree.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class XmlMatchingBenchmark {
    private static final int ITEMS = 440;

    private static final XMLInputFactory EVENTS = XMLInputFactory.newDefaultFactory();
    private static final DocumentBuilderFactory DOM = DocumentBuilderFactory.newDefaultNSInstance();

    private byte[] body;
    private HttpResponse response;
    private ResponsePlan typeRules;
    private ResponsePlan equality;

    @Setup
    public void prepare() {
        body = body(ITEMS, 0);
        response = response(body);
        MatchingRules rules = MatchingRules.NONE
                .with(Category.BODY, "$.items", RuleGroup.of(MatchingRule.of("type")))
                .with(Category.BODY, "$.items.item['@id']", RuleGroup.of(MatchingRule.of("integer")))
                .with(Category.BODY, "$.items.item.price", RuleGroup.of(MatchingRule.of("decimal")));
        typeRules = plan(response(body(1, 7)), rules);
        equality = plan(response, MatchingRules.NONE);
        if (!matchTypeRules().matches() || !matchEquality().matches()) {
            throw new IllegalStateException("the bodies of this benchmark must match");
        }
    }

    private static byte[] body(int items, int seed) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<items>\n");
        for (int i = 0; i < items; i++) {
            int n = i + seed;
            text.append("""
                      <item id="%d" active="%b">
                        <name>Customer %d</name>
                        <price>%d.%02d</price>
                        <address><street>Main Street %d</street><city>Springfield</city></address>
                        <tag>new</tag><tag>vip</tag>
                      </item>
                    """.formatted(100_000 + n, n % 2 == 0, n, n % 900, n % 100, n % 300));
        }
        return text.append("</items>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse response(byte[] body) {
        return HttpResponse.of(200)
                .withHeaders(Headers.of("Content-Type", "application/xml"))
                .withBody(Body.of(body));
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
    public XmlElement floorOwnTree() {
        return XmlReader.read(body);
    }

    @Benchmark
    public Document floorDom() throws Exception {
        return DOM.newDocumentBuilder().parse(new ByteArrayInputStream(body));
    }

    @Benchmark
    public int floorEvents() throws XMLStreamException {
        XMLStreamReader events = EVENTS.createXMLStreamReader(new ByteArrayInputStream(body));
        int count = 0;
        while (events.hasNext()) {
            events.next();
            count++;
        }
        return count;
    }
}
