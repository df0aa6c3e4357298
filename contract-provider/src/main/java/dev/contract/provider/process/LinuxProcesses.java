package dev.contract.provider.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Linux tells of processes in {@code /proc}, and Java does not; on other systems nothing is known. */
final class LinuxProcesses {
    private static final Path PROC = Path.of("/proc");

    /** The place of the number of threads among the fields of {@code stat} after the command: the 20th of all, the state being the 3rd. */
    private static final int THREADS = 17;

    private LinuxProcesses() {}

    /** The processes of this user that were started with the mark in their environment. */
    static List<ProcessHandle> marked(Mark mark) {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (read(process.resolve("environ")).contains(mark.variable())) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Not Linux, or nobody may look: the tree is all that is known.
        }
        return found;
    }

    /**
     * Whether a process has ended and only waits to be noticed by its parent. Its first thread may be gone while others still hold files
     * and ports.
     */
    static boolean isZombie(ProcessHandle process) {
        String stat = read(PROC.resolve(process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > THREADS && fields[0].equals("Z") && fields[THREADS].equals("1");
    }

    /** Empty for a process that has gone, or is somebody else's. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
