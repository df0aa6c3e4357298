package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits until a command succeeds, which runs where the service does and sees what it sees. */
final class CommandProbe implements Probe {
    private static final long OUTPUT_MILLIS = 300;

    private final Site site;
    private final List<String> command;

    CommandProbe(Site site, List<String> command) {
        this.site = site;
        this.command = site.fillIn(command);
    }

    @Override
    public @Nullable String obstacle() throws InterruptedException {
        Process process = start();
        OutputTail output = new OutputTail();
        Thread reader = output.follow(process.getInputStream());
        try {
            int exitCode = process.waitFor();
            if (exitCode == 0) {
                return null;
            }
            reader.join(OUTPUT_MILLIS);
            return display() + " ends with exit code " + exitCode + lastOf(output.lines());
        } finally {
            end(process);
        }
    }

    @Override
    public String mend() {
        return "run this command by hand, or allow the service more time";
    }

    private static void end(Process process) {
        ProcessTree tree = new ProcessTree(List::of);
        tree.add(process.toHandle());
        tree.stop(Duration.ZERO);
    }

    private Process start() {
        try {
            Process process = site.processBuilder(command).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error(Site.CODE, "the command that tells when the service is ready cannot be run")
                            .at(display())
                            .found(String.valueOf(e.getMessage()))
                            .mend("check the program's name"),
                    e);
        }
    }

    private String display() {
        return String.join(" ", command);
    }

    private static String lastOf(List<String> lines) {
        return lines.isEmpty() ? "" : ": " + lines.get(lines.size() - 1);
    }
}
