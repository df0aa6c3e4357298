package dev.contract.provider.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Ends the service when this JVM dies without a chance to do so: {@code kill -9}, the out-of-memory killer, a crash.
 *
 * <p>A small shell waits at the end of a pipe whose other end only this JVM holds. The kernel closes the pipe when the JVM is gone,
 * however it went; the shell then walks the service's process tree and ends it, gently first. Nothing polls, nothing has to be
 * installed: the tree is read from {@code /proc}, or from {@code ps} where there is none (macOS). Where there is no {@code sh}
 * (Windows), or where a service detaches its children to another parent, what was started survives such a death.
 */
final class Watchdog {
    private static final Logger LOG = System.getLogger(Watchdog.class.getName());

    /** Reads the service's process id, then waits: a second line means that all is well, the end of the pipe that nobody is left. */
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            read -r service || exit 0
            case $service in *[!0-9]*) exit 0 ;; esac
            read -r farewell && exit 0
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
            all=$(tree "$service")
            kill -TERM $all
            for tenth in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                left=
                for each in $all; do if kill -0 "$each"; then left="$left $each"; fi; done
                if [ -z "$left" ]; then exit 0; fi
                sleep 0.1 || sleep 1
            done
            kill -KILL $left
            """;

    private final Process shell;
    private final OutputStream pipe;

    private Watchdog(Process shell) {
        this.shell = shell;
        this.pipe = shell.getOutputStream();
    }

    /** A watchdog that waits for its charge; null where there is no shell. */
    static @Nullable Watchdog start() {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", SCRIPT, "contract-watchdog");
        shell.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        try {
            return new Watchdog(shell.start());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "no sh: the service would survive a kill -9 of this process", e);
            return null;
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
            shell.destroyForcibly();
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
