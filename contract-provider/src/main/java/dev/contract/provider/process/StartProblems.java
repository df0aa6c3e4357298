package dev.contract.provider.process;

import dev.contract.core.problem.Barred;
import dev.contract.core.problem.Problem;
import dev.contract.core.secret.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Why a service could not be started, in words. */
record StartProblems(Site site) {

    /** With a port that the user fixed: whoever answers there already would be taken for the service. */
    Problem occupied() {
        return Problem.error(Site.CODE, "something else answers where the service shall run")
                .at(site.address().toString())
                .mend("stop it, or let a free port be chosen: put {port} into the command and leave out the URL");
    }

    Problem cannotRun(Exception e) {
        return Problem.error(Site.CODE, "the command that starts the service cannot be run")
                .at(site.display())
                .found(String.valueOf(e.getMessage()))
                .mend("check the program's name, the working directory and the names of the variables");
    }

    Problem interrupted() {
        return Problem.error(Site.CODE, "the wait for the service was interrupted")
                .at(site.display());
    }

    Problem late(Waiting.Late late) {
        return Problem.error(Site.CODE, "the service was not ready after " + seconds(late.limit()))
                .at(site.display())
                .found(late.obstacle() + "\n" + lastLines())
                .mend(late.mend());
    }

    Problem died(int exitCode) {
        return Problem.error(Site.CODE, "the service ended with exit code " + exitCode + " before it was ready")
                .at(site.display())
                .found(lastLines())
                .mend("run the command by hand; it must stay in the foreground"
                        + (site.base() == null ? "" : " and listen at its port"));
    }

    private String lastLines() {
        List<String> lines = site.output().lines();
        return lines.isEmpty()
                ? "it wrote nothing"
                : "its last lines:" + lines.stream().map(StartProblems::shown).collect(Collectors.joining());
    }

    /** Services print their settings when they start. */
    private static String shown(String line) {
        return "\n  " + Barred.text(Secrets.masked(line));
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
