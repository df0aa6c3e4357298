package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @Test
    void every_command_gets_as_far_as_it_can(@TempDir Path directory) throws IOException {
        assertThat(new Rehearsal(directory).run())
                .as(
                        "the version; compared, with a difference that breaks; used; broken by an edit; published; verified, with a difference to tell; not to be deployed")
                .containsExactly(
                        ExitCode.YES,
                        ExitCode.BREAKING,
                        ExitCode.YES,
                        ExitCode.BREAKING,
                        ExitCode.YES,
                        ExitCode.NO,
                        ExitCode.NO);
    }
}
