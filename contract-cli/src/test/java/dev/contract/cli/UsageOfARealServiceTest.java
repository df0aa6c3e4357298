package dev.contract.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.ChangingService.Change;
import dev.contract.cli.Cli.Ended;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.Verifier;
import dev.contract.provider.source.ContractSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a provider without running it, held against what happens when it runs. */
class UsageOfARealServiceTest {
    private static final int EDITS = 50;

    @TempDir
    private Path directory;

    private ChangingService service;

    @BeforeEach
    void start() throws IOException {
        service = new ChangingService();
        ConsumersOfUsers.writeTo(directory.resolve("contracts"));
        assertThat(verify("report.json").exitCode()).isZero();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    private Ended verify(String report) {
        return run("verify", "contracts", "--provider", "users", "--url", service.url(), "--report", "json=" + report);
    }

    private VerificationResult verified() {
        return Verifier.of("users")
                .contractsFrom(
                        ContractSource.directory(directory.resolve("contracts").toString()))
                .at(service.url())
                .verify();
    }

    @Test
    void exactly_what_nobody_reads_is_found() {
        Ended ended = run("usage", "contracts", "--provider", "users", "--unused", "--responses", "report.json");

        assertThat(ended).isEqualTo(new Ended(0, """
                Nobody relies on:
                  POST /users 201 $.bio
                  POST /users 201 $.name
                  GET /users/4711 200 header Etag
                  GET /users/4711 200 $.address.country
                  GET /users/4711 200 $.address.geo
                  GET /users/4711 200 $.avatar
                  GET /users/4711 200 $.company.vat
                  GET /users/4711 200 $.nick
                  GET /users/4711 200 $.orders[*].currency
                  GET /users/4711 200 $.orders[*].items[*].price
                  GET /users/4711 200 $.phone
                  GET /users/4711 200 $.roles
                  GET /users/4711 200 $.settings
                  GET /users/4711 200 $.timezone
                  GET /users/4711 200 $.updatedAt

                Only one consumer relies on:
                  POST /users: used only by signup
                  GET /users/4711 200 $.age: used only by admin
                  GET /users/4711 200 $.createdAt: used only by admin
                  GET /users/4711 200 $.orders[*].status: used only by admin
                  GET /users/4711 200 $.score: used only by admin
                  GET /users/4711 200 $.tags: used only by admin
                  GET /users/4711 200 $.active: used only by mail
                  GET /users/4711 200 $.company.name: used only by mail
                  GET /users/4711 200 $.locale: used only by mail
                  GET /users/4711 200 $.orders[*].id: used only by shop
                  GET /users/4711 200 $.orders[*].items: used only by shop
                  GET /users/4711 200 $.orders[*].total: used only by shop
                  GET /users/4711 200 $.bio: used only by signup
                  GET /users/4711 200 $.company.size: used only by signup
                  GET /users/4711 200 $.address: used only by web
                  GET /users/4711 200 $.name: used only by web
                  GET /users/99 status 404: used only by admin

                These look like one operation, so that what one of them needs counts for all; --openapi says which they are:
                  GET /users/4711, GET /users/99

                15 places that users offers may be dropped as far as its contracts say: 5 consumers, 7 interactions
                """, ""));
    }

    @Test
    void what_nobody_reads_can_be_dropped_and_every_contract_verifies() {
        List<JsonObject> places = unused("report.json");

        assertThat(places).hasSize(15);
        for (JsonObject place : places) {
            service.changeTo(drop(place));
            assertThat(verify("dropped.json").exitCode()).as(place.toString()).isZero();
            assertThat(unused("dropped.json"))
                    .as("what is left")
                    .doesNotContain(place)
                    .isNotEmpty();
        }
    }

    private List<JsonObject> unused(String report) {
        Ended ended = run("usage", "contracts", "--provider", "users", "--unused", "--responses", report, "-o", "json");
        JsonObject unused = (JsonObject) JsonReader.read(ended.out());
        return unused.array("unused").orElseThrow().stream()
                .flatMap(each -> each.asObject().stream())
                .toList();
    }

    private static Change drop(JsonObject place) {
        String name = place.string("name").orElseThrow();
        Change drop = place.string("part").orElseThrow().equals("header")
                ? new Change("--drop-header", name, "")
                : new Change("--drop", pointer(name), "");
        return drop.of(place.string("operation").orElseThrow());
    }

    private static String pointer(String path) {
        assertThat(RulePath.parse(path)).isPresent();
        return path.substring(1).replace("[*]", ".*").replace('.', '/');
    }

    @Test
    void its_routes_are_those_that_answered() {
        assertThat(run("routes", "--responses", "report.json", "contracts")).isEqualTo(new Ended(0, """
                # what the provider serves, by contract routes
                POST /users
                GET /users/4711
                """, ""));
    }

    @Test
    void what_would_happen_does_happen() {
        Random random = new Random(20261121);
        int breaking = 0;
        for (int i = 0; i < EDITS; i++) {
            Change change = change(random);
            service.changeTo(change);
            Set<String> foretold = foretold(change);

            assertThat(foretold).as("edit " + i + ", " + change).isEqualTo(broken());
            breaking += foretold.isEmpty() ? 0 : 1;
        }
        assertThat(breaking).isBetween(EDITS / 4, EDITS * 3 / 4 + 5);
    }

    private static Change change(Random random) {
        String field = ChangingService.FIELDS.get(random.nextInt(ChangingService.FIELDS.size()));
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Change("--drop", field, "");
            case 2, 3 -> new Change("--rename", field, "other");
            case 4, 5, 6 ->
                new Change("--retype", field, one(random, "string", "integer", "number", "boolean", "array"));
            case 7 -> new Change("--nullable", field, "");
            case 8 ->
                random.nextBoolean()
                        ? new Change("--require-header", one(random, "X-Tenant", "X-New"), "")
                        : new Change("--require-query", one(random, "source", "limit"), "");
            default ->
                random.nextBoolean()
                        ? new Change("--drop-header", one(random, "Location", "ETag", "Content-Type"), "")
                        : new Change("--status", one(random, "200", "201", "404"), one(random, "202", "204", "410"));
        };
    }

    private static String one(Random random, String... all) {
        return all[random.nextInt(all.length)];
    }

    private Set<String> foretold(Change change) {
        Ended ended = run(
                "whatif",
                "contracts",
                "--provider",
                "users",
                "--responses",
                "report.json",
                change.kind(),
                change.argument(),
                "-o",
                "json");
        assertThat(ended.exitCode()).as(change + ": " + ended.err()).isIn(0, 3);
        JsonObject whatif = (JsonObject) JsonReader.read(ended.out());
        assertThat(whatif.array("unknown").orElseThrow().isEmpty()).isTrue();
        return whatif.array("breaks").orElseThrow().stream()
                .flatMap(each -> each.asObject().stream())
                .map(each -> text(each, "consumer") + ": " + text(each, "interaction"))
                .collect(toCollection(TreeSet::new));
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).map(JsonValue::text).orElseThrow();
    }

    private Set<String> broken() {
        return verified().contracts().stream()
                .flatMap(contract -> contract.interactions().stream()
                        .filter(each -> !each.passed())
                        .map(InteractionResult::interaction)
                        .map(each -> contract.contract().consumer() + ": " + each.description()))
                .collect(toCollection(TreeSet::new));
    }
}
