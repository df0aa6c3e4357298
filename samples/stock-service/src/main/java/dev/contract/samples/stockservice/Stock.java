package dev.contract.samples.stockservice;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What shops have in stock, in a database: SQLite or PostgreSQL. Each call has a connection of its own. Thread-safe. */
final class Stock {
    private final String url;

    /** @param url of JDBC; in SQLite with {@code foreign_keys=on} and a {@code busy_timeout} */
    Stock(String url) {
        this.url = url;
    }

    void createTables() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String id = identity(connection);
            statement.execute("create table if not exists item (id " + id + ","
                    + " shop varchar(100) not null, name varchar(100) not null,"
                    + " in_stock integer not null check (in_stock >= 0))");
            statement.execute("create table if not exists reservation (id " + id + ","
                    + " item_id bigint not null references item (id) on delete cascade, count integer not null)");
        }
    }

    /** The one thing that the two databases say in different words. */
    private static String identity(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("SQLite")
                ? "integer primary key autoincrement"
                : "bigint generated always as identity primary key";
    }

    /** Adds an item and returns the id that the database gave it. */
    long add(String shop, String name, int inStock) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into item (shop, name, in_stock) values (?, ?, ?) returning id")) {
            insert.setString(1, shop);
            insert.setString(2, name);
            insert.setInt(3, inStock);
            return number(insert).orElseThrow();
        }
    }

    List<Item> of(String shop) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select =
                        connection.prepareStatement("select id, name, in_stock from item where shop = ? order by id")) {
            select.setString(1, shop);
            return items(select);
        }
    }

    Optional<Item> find(String shop, long id) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select =
                        connection.prepareStatement("select id, name, in_stock from item where shop = ? and id = ?")) {
            select.setString(1, shop);
            select.setLong(2, id);
            return items(select).stream().findFirst();
        }
    }

    /** Reserves some of an item; empty when there is not as much of it. */
    Optional<Reservation> reserve(long item, int count) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            Optional<Reservation> reserved =
                    take(connection, item, count) ? Optional.of(keep(connection, item, count)) : Optional.empty();
            connection.commit();
            return reserved;
        }
    }

    private static boolean take(Connection connection, long item, int count) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update item set in_stock = in_stock - ? where id = ? and in_stock >= ?")) {
            update.setInt(1, count);
            update.setLong(2, item);
            update.setInt(3, count);
            return update.executeUpdate() == 1;
        }
    }

    private static Reservation keep(Connection connection, long item, int count) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into reservation (item_id, count) values (?, ?) returning id")) {
            insert.setLong(1, item);
            insert.setInt(2, count);
            return new Reservation(number(insert).orElseThrow(), item, count);
        }
    }

    /** Forgets a shop: its items, and with them what was reserved of them. */
    void forget(String shop) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement delete = connection.prepareStatement("delete from item where shop = ?")) {
            delete.setString(1, shop);
            delete.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static Optional<Long> number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        }
    }

    private static List<Item> items(PreparedStatement select) throws SQLException {
        List<Item> items = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                items.add(new Item(rows.getLong("id"), rows.getString("name"), rows.getInt("in_stock")));
            }
        }
        return items;
    }
}
