package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerTalkTest {
    @Test
    void notices_are_told_once_and_become_no_command_of_a_build_server() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);

        BrokerTalk.tell(
                List.of("because", "because", "first\n ::error::second\r##[warning]third"),
                new Console(stream, stream, false, false));

        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("because", "first", "|  ::error::second", "| ##[warning]third");
    }
}
