package dev.contract.samples.stockservice;

import java.nio.file.Path;

/** On SQLite: each test has a file of its own. */
class SqliteStockServiceContractTest extends StockServiceContract {
    @Override
    String database(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("stock.db") + "?foreign_keys=on&busy_timeout=5000";
    }
}
