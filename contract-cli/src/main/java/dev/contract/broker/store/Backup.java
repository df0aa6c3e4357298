package dev.contract.broker.store;

import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/** A copy of a database file as it is at one moment, while brokers go on writing to it. */
public final class Backup {
    private Backup() {}

    /**
     * Writes the copy, which replaces what is there only when it is whole.
     *
     * @throws StoreException if the database is none in a file, the target is this file, or the copy cannot be written
     */
    public static void write(DatabaseAddress database, Path target) {
        if (!(database instanceof DatabaseAddress.File file)) {
            throw new StoreException(Problem.error("BROKER-STORE", "only a database in a file is copied here")
                    .at(database.toString())
                    .mend("use pg_dump"));
        }
        if (Files.notExists(file.path())) {
            throw new StoreException(Problem.error("BROKER-STORE", "there is no such database")
                    .at(file.toString())
                    .mend("name the file of the broker (--database)"));
        }
        try {
            if (Files.exists(target) && Files.isSameFile(file.path(), target)) {
                throw new StoreException(
                        Problem.error("BROKER-STORE", "this is the database itself, and no place for its copy")
                                .at(target.toString())
                                .mend("name another file"));
            }
            replace(file.path(), target);
        } catch (SQLException | IOException e) {
            throw new StoreException(
                    Problem.error("BROKER-STORE", "the copy of the database cannot be written")
                            .at(target.toString())
                            .found(String.valueOf(e.getMessage()))
                            .mend("name a file in a folder that can be written and has room"),
                    e);
        }
    }

    private static void replace(Path database, Path target) throws SQLException, IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            copy(database, unfinished);
            sync(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(target.toAbsolutePath().getParent());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void copy(Path from, Path to) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + from);
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, to.toString());
            statement.execute();
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Where folders cannot be synced, as on Windows, their files are found again anyway. */
    private static void syncFolder(@Nullable Path folder) {
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                System.getLogger(Backup.class.getName()).log(System.Logger.Level.DEBUG, "no sync of " + folder, e);
            }
        }
    }
}
