package dev.contract.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code contract version}. */
@Command(name = "version")
final class VersionCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    VersionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The version of this program, as its jar says; a build that is not packed is called {@code development}. */
    static String own() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public Integer call() {
        surroundings.console().result("contract " + own() + " (Java " + System.getProperty("java.version") + ")");
        return ExitCode.YES;
    }
}
