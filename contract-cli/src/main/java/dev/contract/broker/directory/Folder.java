package dev.contract.broker.directory;

import dev.contract.broker.domain.StoreTrouble;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The files: whole ones are read, and whole ones are added. Links are not followed, so that nothing outside is read or written.
 *
 * <p>What begins with a dot is not looked at. Everything else in the two folders has to be a broker's.
 */
final class Folder {
    static final String FACTS = "facts";
    static final String PACTS = "pacts";
    private static final String UNFINISHED = ".unfinished";
    private static final String LOCK = ".lock";
    private static final String IGNORED =
            "# what is not yet written, and who writes\n" + LOCK + "\n" + UNFINISHED + "/\n";
    private static final int LARGEST = 100_000_000;

    /** There is no exception of its own for it: what Unix says, and what Windows says. */
    private static final Pattern NO_ROOM =
            Pattern.compile("No space left|quota exceeded|not enough space", Pattern.CASE_INSENSITIVE);

    /** Locks on files are between processes; these are between the threads of this one, by the real paths of directories. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path root;

    Folder(Path root) {
        this.root = root;
    }

    /** Does something while nobody else writes, in all processes; what somebody left unfinished is removed first. */
    <R> R inTurn(Supplier<R> work) {
        ReentrantLock threads = threads();
        threads.lock();
        try (FileChannel channel = lockFile();
                FileLock lock = channel.lock()) {
            for (Path rest : visible(root.resolve(UNFINISHED))) {
                Files.delete(rest);
            }
            if (Files.notExists(root.resolve(".gitignore"), LinkOption.NOFOLLOW_LINKS)) {
                write(root, ".gitignore", IGNORED);
            }
            return lock.isValid() ? work.get() : inTurn(work);
        } catch (IOException e) {
            throw unwritable(root, e);
        } finally {
            threads.unlock();
        }
    }

    private ReentrantLock threads() {
        try {
            Files.createDirectories(root.resolve(UNFINISHED));
            return THREADS.computeIfAbsent(root.toRealPath(), path -> new ReentrantLock());
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(
                root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /** The names of all facts, in order; none where there is no folder yet. What does not belong there is added to the problems. */
    NavigableSet<FactName> facts(List<Problem> problems) {
        NavigableSet<FactName> names = new TreeSet<>();
        for (Path day : visible(root.resolve(FACTS))) {
            if (!Files.isDirectory(day, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(foreign(day));
                continue;
            }
            for (Path file : visible(day)) {
                FactName.parse(day.getFileName() + "/" + file.getFileName())
                        .ifPresentOrElse(names::add, () -> problems.add(foreign(file)));
            }
        }
        return names;
    }

    /** The names of all contracts. */
    List<String> pacts(List<Problem> problems) {
        List<String> names = new ArrayList<>();
        for (Path file : visible(root.resolve(PACTS))) {
            String name = String.valueOf(file.getFileName());
            if (PactFile.isName(name)) {
                names.add(name);
            } else {
                problems.add(foreign(file));
            }
        }
        return names;
    }

    private static Problem foreign(Path file) {
        return Damage.of(
                file.toString(),
                "this is none of a broker's files",
                "remove it, or move it out of the folder: only a broker writes there");
    }

    /** In no order. */
    private static List<Path> visible(Path folder) {
        refuseLink(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return StreamSupport.stream(files.spliterator(), false)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static void refuseLink(Path folder) {
        if (Files.isSymbolicLink(folder)) {
            throw new StoreTrouble(List.of(Damage.of(
                    folder.toString(), "the folder is a link, and those are not followed", "move the folder here")));
        }
    }

    byte[] read(FactName name) {
        return read(path(name));
    }

    /** What users open to see the facts. */
    Path path(FactName name) {
        return root.resolve(FACTS).resolve(name.path());
    }

    byte[] read(String pact) {
        return read(path(pact));
    }

    Path path(String pact) {
        return root.resolve(PACTS).resolve(pact);
    }

    private static byte[] read(Path file) {
        try {
            BasicFileAttributes kind = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!kind.isRegularFile()) {
                throw new StoreTrouble(
                        List.of(Damage.of(file.toString(), "this is no file, and links are not followed")));
            }
            if (kind.size() > LARGEST) {
                throw new StoreTrouble(
                        List.of(Damage.of(file.toString(), "the file has more than " + LARGEST + " bytes")));
            }
            try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return bytes.readNBytes(LARGEST);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static StoreTrouble unreadable(Path file, IOException e) {
        return new StoreTrouble(List.of(Damage.of(
                        file.toString(),
                        "the file cannot be read",
                        "see that it is there and that this user may read it")
                .found(String.valueOf(e.getMessage()))));
    }

    private static StoreTrouble unwritable(Path file, IOException e) {
        if (NO_ROOM.matcher(String.valueOf(e.getMessage())).find()) {
            return new StoreTrouble(StoreTrouble.Kind.FULL, e);
        }
        return new StoreTrouble(List.of(Damage.of(
                        file.toString(),
                        "nothing can be written here",
                        "see that the directory is one, that this user may write to it, and that there is room")
                .found(e.toString())));
    }

    /** Adds facts, and the contracts that they tell of, those first: whoever sees a fact sees them. To be called in one's turn. */
    void add(FactName name, String facts, Collection<PactFile> pacts) {
        List.of(root.resolve(PACTS), root.resolve(FACTS), root.resolve(FACTS).resolve(name.day()))
                .forEach(Folder::refuseLink);
        try {
            for (PactFile pact : pacts) {
                if (Files.notExists(path(pact.name()), LinkOption.NOFOLLOW_LINKS)) {
                    write(root.resolve(PACTS), pact.name(), pact.text());
                }
            }
            write(root.resolve(FACTS).resolve(name.day()), name.file(), facts);
        } catch (IOException e) {
            throw unwritable(path(name), e);
        }
    }

    /** When it is there, it is whole, and stays when the power fails. */
    private void write(Path folder, String name, String text) throws IOException {
        Path unfinished = root.resolve(UNFINISHED).resolve("unfinished");
        try (FileChannel channel =
                FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            sync(root);
            sync(root.resolve(FACTS));
        }
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /** Where folders cannot be synced, as on Windows, their files are found again anyway. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(Folder.class.getName()).log(System.Logger.Level.DEBUG, "no sync of " + folder, e);
        }
    }
}
