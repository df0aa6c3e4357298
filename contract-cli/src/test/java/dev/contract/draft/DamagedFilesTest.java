package dev.contract.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractWriter;
import dev.contract.core.fuzz.Mutator;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Values;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.ContractException;
import dev.contract.draft.foreign.Mountebank;
import dev.contract.draft.foreign.SpringContract;
import dev.contract.draft.foreign.WireMock;
import dev.contract.draft.har.HarFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Files of other tools may be damaged in any way: each becomes a contract that can be written, or is refused in words. */
class DamagedFilesTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 400);
    private static final Path CASES = Path.of("src/test/resources/dev/contract/draft");

    /** A reader of one kind of file. */
    private interface Reader {
        List<Interaction> read(byte[] file);
    }

    private static JsonValue json(String file) throws IOException {
        return JsonReader.read(Files.readAllBytes(CASES.resolve(file)));
    }

    private static void check(Reader reader, JsonValue... seeds) {
        for (int input = 0; input < INPUTS; input++) {
            SplittableRandom random = new SplittableRandom(input);
            Mutator mutator = new Mutator(random);
            JsonValue seed = Values.one(random, seeds);
            JsonValue other = Values.one(random, seeds);
            byte[] file = random.nextInt(4) > 0
                    ? mutator.damaged(seed, other).toJson().getBytes(UTF_8)
                    : mutator.damaged(
                            seed.toJson().getBytes(UTF_8), other.toJson().getBytes(UTF_8));
            try {
                byte[] contract = ContractWriter.write(Contract.of("web", "shop", reader.read(file)));
                assertThat(contract).isNotEmpty();
            } catch (ContractException e) {
                assertThat(e.problems()).as("input " + input).isNotEmpty();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("input " + input + ": " + e, e);
            }
        }
    }

    @Test
    void of_browsers() throws IOException {
        check(
                file -> Drafting.contract(
                                "web", "shop", HarFile.read("x.har", file, "").samples(), DraftSettings.DEFAULT)
                        .contract()
                        .interactions(),
                json("har/cases/users/traffic.har"),
                json("har/cases/broken-entries/traffic.har"));
    }

    @Test
    void of_wiremock() throws IOException {
        check(
                file -> new WireMock("x.json", name -> Optional.of(new byte[] {1}), DraftSettings.DEFAULT)
                        .read(file)
                        .interactions(),
                json("foreign/cases/wiremock-shop/mappings.json"),
                json("foreign/cases/wiremock-beyond/mappings.json"));
    }

    @Test
    void of_mountebank() throws IOException {
        check(
                file -> new Mountebank("x.json", "", DraftSettings.DEFAULT)
                        .read(file)
                        .interactions(),
                json("foreign/cases/mountebank-shop/imposters.json"),
                json("foreign/cases/mountebank-beyond/imposters.json"));
    }

    @Test
    void of_spring_cloud_contract() throws IOException {
        check(
                file -> new SpringContract("x.yml", name -> Optional.empty(), DraftSettings.DEFAULT)
                        .read(file)
                        .interactions(),
                json("foreign/cases/spring-shop/contract.json"),
                JsonReader.read(
                        "[{\"request\": {\"method\": \"GET\", \"url\": \"/a?b=c\", \"headers\": {\"A\": \"b\"}, \"matchers\": {\"headers\":"
                                + " [{\"key\": \"A\", \"regex\": \"[a-z]\"}], \"body\": [{\"path\": \"$.a\", \"type\": \"by_type\", \"minOccurrence\":"
                                + " 1}]}}, \"response\": {\"status\": 200, \"body\": {\"a\": [1]}, \"matchers\": {\"body\": [{\"path\": \"$.a\", \"type\":"
                                + " \"by_regex\", \"predefined\": \"number\"}]}}}]"));
    }
}
