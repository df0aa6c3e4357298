package dev.contract.samples.stockservice;

import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.provider.InteractionResult;
import dev.contract.provider.VerificationListener;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.Verifier;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.state.StateCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The real stock service on a real database, against the contracts of its consumers; a subclass for each kind of database. */
abstract class StockServiceContract {
    private static final String IN_STOCK = "an item is in stock";
    private static final Map<String, Integer> NO_ROWS = Map.of("item", 0, "reservation", 0);

    /** What stood in the database after each interaction, by its description. */
    private final Map<String, Map<String, Integer>> afterwards = new ConcurrentSkipListMap<>();

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Stock stock;
    private StockService service;

    /** The URL of a database that no other test uses at the same time. */
    abstract String database(Path folder);

    @BeforeEach
    void start() throws Exception {
        database = new TestDatabase(database(folder));
        stock = new Stock(database.url());
        stock.createTables();
        service = StockService.start(0, stock);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** What most services want: one interaction at a time, and an empty database for each of them. */
    private Verifier oneAtATime(ContractSource contracts) {
        return Verifier.of("stock-service")
                .contractsFrom(contracts)
                .at(service.url())
                .stateValues(IN_STOCK, this::add)
                .teardown("{any_state}", state -> database.empty())
                .teardown("", state -> database.empty());
    }

    /** Where states keep to rows of their own, here those of a shop, they may stand beside each other. */
    private Verifier sideBySide(ContractSource contracts) {
        return Verifier.of("stock-service")
                .contractsFrom(contracts)
                .at(service.url())
                .statesAreIndependent()
                .stateValues(IN_STOCK, this::add)
                .teardown(IN_STOCK, state -> stock.forget(state.string("shop")));
    }

    private Map<String, Object> add(StateCall state) throws SQLException {
        long id = stock.add(state.string("shop"), state.string("name"), (int) state.integer("count"));
        return Map.of("id", id);
    }

    @TestFactory
    Stream<DynamicNode> honours_its_contracts_one_at_a_time() {
        return oneAtATime(directory("../contracts")).tests();
    }

    @TestFactory
    Stream<DynamicNode> honours_its_contracts_side_by_side() {
        return sideBySide(directory("../contracts")).tests();
    }

    @Test
    void leaves_a_clean_database_after_each_interaction() {
        VerificationResult result =
                oneAtATime(directory("../contracts")).listener(watching()).verify();

        assertThat(failed(result)).isEmpty();
        assertThat(afterwards).hasSize(5).allSatisfy((interaction, rows) -> assertThat(rows)
                .isEqualTo(NO_ROWS));
    }

    @Test
    void leaves_a_clean_database_after_interactions_that_failed() throws IOException {
        VerificationResult result = oneAtATime(changed("\"status\": 2", "\"status\": 5"))
                .listener(watching())
                .verify();

        assertThat(failed(result))
                .containsExactly("a request for all items of a shop", "a request for an item", "a reservation");
        assertThat(afterwards).hasSize(5).allSatisfy((interaction, rows) -> assertThat(rows)
                .isEqualTo(NO_ROWS));
    }

    @Test
    void leaves_a_clean_database_when_the_second_of_two_states_cannot_be_set_up() throws IOException {
        VerificationResult result = oneAtATime(changed("\"count\": 7", "\"count\": -7"))
                .listener(watching())
                .verify();

        assertThat(failed(result)).containsExactly("a request for all items of a shop");
        assertThat(afterwards.get("a request for all items of a shop")).isEqualTo(NO_ROWS);
    }

    @Test
    void leaves_a_clean_database_after_interactions_side_by_side() throws Exception {
        VerificationResult result =
                sideBySide(changed("\"status\": 2", "\"status\": 5")).verify();

        assertThat(failed(result)).hasSize(3);
        assertThat(database.rows()).isEqualTo(NO_ROWS);
    }

    /** So that the tests above cannot pass for lack of rows. */
    @Test
    void has_rows_where_nobody_cleans_up() throws Exception {
        Verifier.of("stock-service")
                .contractsFrom(directory("../contracts"))
                .at(service.url())
                .stateValues(IN_STOCK, this::add)
                .verify()
                .orThrow();

        assertThat(database.rows()).isEqualTo(Map.of("item", 5, "reservation", 1));
        database.empty();
        assertThat(database.rows()).isEqualTo(NO_ROWS);
    }

    private VerificationListener watching() {
        return new VerificationListener() {
            @Override
            public void finished(InteractionResult result) {
                try {
                    afterwards.put(result.interaction().description(), database.rows());
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    /** The web shop's contract with a change in it. */
    private ContractSource changed(String before, String after) throws IOException {
        String contract = Files.readString(Path.of("../contracts/web-shop-stock-service.json"));
        assertThat(contract).contains(before);
        Path file = folder.resolve("web-shop-stock-service.json");
        return ContractSource.file(
                Files.writeString(file, contract.replace(before, after)).toString());
    }

    private static List<String> failed(VerificationResult result) {
        return result.interactions()
                .filter(each -> !each.passed())
                .map(each -> each.interaction().description())
                .sorted()
                .toList();
    }
}
