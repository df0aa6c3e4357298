package dev.contract.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final String ESCAPE = Character.toString(0x1b);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Console console(boolean colour) {
        return new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), colour, colour);
    }

    @Test
    void what_could_steer_a_terminal_is_escaped() {
        console(false)
                .result("a " + ESCAPE + "[31mred" + Character.toString(0x9b) + "2J\b\rb" + Character.toString(0x202e)
                        + "c");

        assertThat(out.toString(UTF_8))
                .isEqualToNormalizingNewlines("a \\u001b[31mred\\u009b2J\\u0008\\u000db\\u202ec\n");
    }

    @Test
    void lines_tabs_and_letters_stay() {
        console(true).tell("größe → 名\tb\r\nc\nd");

        assertThat(err.toString(UTF_8)).isEqualToNormalizingNewlines("größe → 名\tb\r\nc\nd\n");
    }

    @Test
    void our_own_colours_stay_on_a_terminal() {
        Console console = console(true);

        console.result(console.style(Style.GOOD, "Yes:") + " " + ESCAPE + "]0;title" + ESCAPE + "[2J");

        assertThat(out.toString(UTF_8))
                .isEqualToNormalizingNewlines(ESCAPE + "[32mYes:" + ESCAPE + "[0m \\u001b]0;title\\u001b[2J\n");
    }

    @Test
    void problems_cannot_borrow_our_colours() {
        console(true).problems(List.of(Problem.error("CODE", "a " + ESCAPE + "[32mgreen one")));

        assertThat(err.toString(UTF_8))
                .isEqualToNormalizingNewlines(ESCAPE + "[31mCODE" + ESCAPE + "[0m  a \\u001b[32mgreen one\n");
    }
}
