package dev.contract.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.fuzz.Seeds.Seed;
import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.multipart.MultipartReader;
import dev.contract.core.problem.ContractException;
import dev.contract.core.report.MismatchReport;
import dev.contract.core.xml.XmlReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What is fed with damaged inputs. What comes out does not matter, as long as nothing is thrown that nobody announced. */
enum Subject {
    /** Damaged files are read, and written again as far as they can be read. */
    FILES {
        @Override
        void feed(Mutator mutator, Seed seed, Seed other) {
            contract(mutator.damaged(bytes(seed.expected()), bytes(other.expected())))
                    .ifPresent(Subject::write);
        }
    },
    /** Expectations from damaged files that are still JSON, rules and generators among them. */
    EXPECTATIONS {
        @Override
        void feed(Mutator mutator, Seed seed, Seed other) {
            Optional<Contract> expected = contract(bytes(mutator.damaged(seed.expected(), other.expected())));
            Optional<Contract> actual = contract(bytes(seed.actual()));
            expected.ifPresent(Subject::write);
            expected.ifPresent(Subject::generate);
            expected.ifPresent(each -> compare(each, actual.orElse(each)));
        }
    },
    /** What came is damaged: methods, paths, queries, headers, bodies, metadata. */
    EXCHANGES {
        @Override
        void feed(Mutator mutator, Seed seed, Seed other) {
            Optional<Contract> expected = contract(bytes(seed.expected()));
            Optional<Contract> actual = contract(bytes(mutator.damaged(seed.actual(), other.actual())));
            expected.ifPresent(each -> actual.ifPresent(came -> compare(each, came)));
        }
    },
    /** Bodies of every format whose bytes are damaged, and sometimes their type. */
    BODIES {
        @Override
        void feed(Mutator mutator, Seed seed, Seed other) {
            contract(bytes(seed.expected())).ifPresent(contract -> {
                byte[] foreign = bytes(other.actual());
                for (Interaction interaction : contract.interactions()) {
                    if (interaction instanceof HttpInteraction http) {
                        response(mutator, http.response(), foreign, contract.version());
                        request(mutator, http.request(), foreign, contract.version());
                    } else if (interaction instanceof AsyncMessage message) {
                        message(mutator, message.message(), foreign, contract.version());
                    }
                }
            });
        }

        private void response(Mutator mutator, ResponsePart expected, byte[] foreign, SpecVersion version) {
            HttpResponse actual = expected.example()
                    .withBody(damaged(mutator, expected.example().body(), foreign));
            report(
                    PlanCompiler.response(expected, version).match(actual),
                    expected.example().body(),
                    actual.body());
        }

        private void request(Mutator mutator, RequestPart expected, byte[] foreign, SpecVersion version) {
            HttpRequest example = expected.example();
            HttpRequest actual = new HttpRequest(
                    example.method(),
                    example.path(),
                    example.query(),
                    example.headers(),
                    damaged(mutator, example.body(), foreign));
            report(PlanCompiler.request(expected, version).match(actual), example.body(), actual.body());
        }

        private void message(Mutator mutator, MessagePart expected, byte[] foreign, SpecVersion version) {
            Body actual = damaged(mutator, expected.contents(), foreign);
            report(
                    PlanCompiler.message(expected, version).match(actual, expected.metadata()),
                    expected.contents(),
                    actual);
        }

        private Body damaged(Mutator mutator, Body body, byte[] foreign) {
            byte[] bytes = mutator.damaged(body.bytes(), foreign);
            String type = body.contentType().map(ContentType::toString).orElse("text/plain");
            boolean keepsType = bytes.length % 4 != 0;
            return Body.of(
                    bytes,
                    keepsType
                            ? body.contentType().orElse(null)
                            : ContentType.parse(mutator.damaged(type)).orElse(null));
        }
    },
    /** The readers of small things, each with the same damaged text. */
    READERS {
        @Override
        void feed(Mutator mutator, Seed seed, Seed other) {
            byte[] good = longestText(seed.actual()).getBytes(UTF_8);
            byte[] bytes = mutator.damaged(good, bytes(other.actual()));
            String damaged = new String(bytes, UTF_8);
            announced(() -> JsonReader.read(bytes));
            announced(() -> XmlReader.read(bytes));
            announced(() -> XmlReader.read(damaged));
            announced(() -> MultipartReader.read(bytes, "x").forEach(part -> announced(part::content)));
            announced(() -> MultipartReader.read(bytes, damaged));
            Query.parse(damaged);
            RulePath.parse(damaged);
            ContentType.parse(damaged).ifPresent(ContentType::charset);
        }

        /** The longest text in a tree, which is a body as a rule. */
        private String longestText(JsonValue tree) {
            if (tree instanceof JsonObject object) {
                return longest(
                        object.names().stream().map(name -> object.get(name).orElseThrow()));
            }
            return tree instanceof JsonArray array ? longest(array.stream()) : tree.text();
        }

        private String longest(Stream<JsonValue> values) {
            return values.map(this::longestText)
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
        }
    };

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-02-29T12:00:00Z"), ZoneOffset.UTC);

    abstract void feed(Mutator mutator, Seed seed, Seed other);

    /** Runs what may refuse its input. */
    private static void announced(Runnable work) {
        try {
            work.run();
        } catch (ContractException e) {
            // that is how it refuses
        }
    }

    private static byte[] bytes(JsonValue json) {
        return json.toJson().getBytes(UTF_8);
    }

    private static Optional<Contract> contract(byte[] file) {
        return ContractReader.read("fuzz.json", file).contract();
    }

    private static void write(Contract contract) {
        for (SpecVersion version : SpecVersion.values()) {
            announced(() -> ContractWriter.write(contract.withVersion(version)));
        }
    }

    private static void compare(Contract expected, Contract actual) {
        int pairs =
                Math.min(expected.interactions().size(), actual.interactions().size());
        for (int i = 0; i < pairs; i++) {
            Interaction wanted = expected.interactions().get(i);
            Interaction came = actual.interactions().get(i);
            if (wanted instanceof HttpInteraction one && came instanceof HttpInteraction two) {
                compare(one, two, expected.version());
            } else if (wanted instanceof AsyncMessage one && came instanceof AsyncMessage two) {
                compare(one.message(), two.message(), expected.version());
            } else if (wanted instanceof SyncMessage one && came instanceof SyncMessage two) {
                compare(one.request(), two.request(), expected.version());
            }
        }
    }

    private static void compare(HttpInteraction expected, HttpInteraction actual, SpecVersion version) {
        report(
                PlanCompiler.request(expected.request(), version)
                        .match(actual.request().example()),
                expected.request().example().body(),
                actual.request().example().body());
        report(
                PlanCompiler.response(expected.response(), version)
                        .match(actual.response().example()),
                expected.response().example().body(),
                actual.response().example().body());
    }

    private static void compare(MessagePart expected, MessagePart actual, SpecVersion version) {
        report(
                PlanCompiler.message(expected, version).match(actual.contents(), actual.metadata()),
                expected.contents(),
                actual.contents());
    }

    private static void report(MatchResult result, Body expected, Body actual) {
        MismatchReport.of(result, expected, actual).findings();
    }

    private static void generate(Contract contract) {
        for (GenerationContext.Mode mode : GenerationContext.Mode.values()) {
            for (Interaction interaction : contract.interactions()) {
                GenerationContext context = GenerationContext.builder()
                        .mode(mode)
                        .random(new SplittableRandom(1))
                        .clock(CLOCK)
                        .states(interaction.states())
                        .mockServer("http://127.0.0.1:1")
                        .build();
                generate(interaction, context);
            }
        }
    }

    private static void generate(Interaction interaction, GenerationContext context) {
        if (interaction instanceof HttpInteraction http) {
            Generation.apply(http.request(), context);
            Generation.apply(http.response(), context);
        } else if (interaction instanceof AsyncMessage message) {
            Generation.apply(message.message(), context);
        } else if (interaction instanceof SyncMessage message) {
            Generation.apply(message.request(), context);
            message.responses().forEach(response -> Generation.apply(response, context));
        }
    }
}
