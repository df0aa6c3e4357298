package dev.contract.provider.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ends the service when this JVM dies without a chance to do so: {@code kill -9}, the out-of-memory killer, a crash.
 *
 * <p>A small shell waits at the end of a pipe whose other end only this JVM holds. The kernel closes the pipe when the JVM is gone,
 * however it went; the shell then finds the service's processes and ends them, gently first. Nothing polls, nothing has to be
 * installed: processes are found by their parents, in {@code /proc} or with {@code ps} where there is none (macOS), and on Linux also by
 * the mark in their environment, with {@code grep}. Where there is no {@code sh} (Windows, containers that hold a JVM and nothing else) a
 * small JVM does the same: {@link WatchdogMain}.
 */
final class Watchdog {
    private static final Logger LOG = System.getLogger(Watchdog.class.getName());

    /**
     * Takes the mark and the command that cleans up as arguments. Reads the service's process id, then waits: a further line means that all
     * is well, the end of the pipe that nobody is left. Without a process id the mark alone leads to a service that was just started.
     */
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            mark=$1
            shift
            read -r service || service=
            case $service in *[!0-9]*) exit 0 ;; esac
            if [ -n "$service" ]; then read -r farewell && exit 0; fi
            children() {
                if [ -r /proc/self/status ]; then
                    for status in /proc/[0-9]*/status; do
                        child=
                        while read -r name value rest; do
                            case $name in
                                Pid:) child=$value ;;
                                PPid:) if [ "$value" = "$1" ]; then echo "$child"; fi; break ;;
                            esac
                        done <"$status"
                    done
                else
                    ps -A -o pid= -o ppid= | while read -r child parent; do
                        if [ "$parent" = "$1" ]; then echo "$child"; fi
                    done
                fi
            }
            tree() {
                echo "$1"
                for each in $(children "$1"); do tree "$each"; done
            }
            marked() {
                if [ -r /proc/self/environ ]; then
                    grep -lsF "$mark" /proc/[0-9]*/environ | while IFS=/ read -r root proc pid rest; do echo "$pid"; done
                fi
            }
            all=
            look() {
                all="$all $(if [ -n "$service" ]; then tree "$service"; fi) $(marked)"
                left
            }
            left() {
                left=
                for each in $all; do if kill -0 "$each"; then left="$left $each"; fi; done
            }
            look
            if [ -n "$left" ]; then kill -TERM $left; fi
            for tenth in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                left
                if [ -z "$left" ]; then break; fi
                sleep 0.1 || sleep 1
            done
            for again in 1 2 3; do
                look
                if [ -z "$left" ]; then break; fi
                kill -KILL $left
            done
            if [ $# -gt 0 ]; then "$@"; fi
            """;

    private final Process process;
    private final OutputStream pipe;

    private Watchdog(Process process) {
        this.process = process;
        this.pipe = process.getOutputStream();
    }

    /**
     * A watchdog that waits for its charge; null where none can be had.
     *
     * @param afterwards a command to run when the service has been ended; may be empty
     */
    static @Nullable Watchdog start(Mark mark, List<String> afterwards) {
        List<String> arguments = new ArrayList<>();
        arguments.add(mark.variable());
        arguments.addAll(afterwards);
        Watchdog shell = start(List.of("sh", "-c", SCRIPT, "contract-watchdog"), arguments);
        return shell != null ? shell : start(jvm(), arguments);
    }

    private static @Nullable Watchdog start(List<String> program, List<String> arguments) {
        if (program.isEmpty()) {
            return null;
        }
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(program.stream(), arguments.stream()).toList());
        builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        try {
            return new Watchdog(builder.start());
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    () -> "no " + program.get(0) + " to end the service after a kill -9 of this process",
                    e);
            return null;
        }
    }

    /** Empty where our classes stand in no plain file or folder. */
    private static List<String> jvm() {
        CodeSource source = Watchdog.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? List.of()
                    : List.of(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx16m",
                            "-cp",
                            Path.of(source.getLocation().toURI()).toString(),
                            WatchdogMain.class.getName());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return List.of();
        }
    }

    void watch(long service) {
        say(Long.toString(service));
    }

    /** Sends it home: the service has been stopped, or was never started. */
    void dismiss() {
        say("farewell");
        try {
            pipe.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    private void say(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the watchdog has gone", e);
        }
    }
}
