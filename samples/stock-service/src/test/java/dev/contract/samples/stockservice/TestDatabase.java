package dev.contract.samples.stockservice;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The database that the tests share with the service. What one interaction did cannot be rolled back: the service commits on connections of its
 * own. So all tables are emptied, whatever they are.
 */
record TestDatabase(String url) {

    /** Takes all rows out of all tables. */
    void empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            List<String> tables = tables(connection);
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                statement.execute("truncate " + String.join(", ", tables));
            } else {
                statement.execute("pragma foreign_keys = off");
                for (String table : tables) {
                    statement.execute("delete from " + table);
                }
            }
        }
    }

    /** How many rows stand in each table. */
    Map<String, Integer> rows() throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getInt(1));
                }
            }
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }
}
