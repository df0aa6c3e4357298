package dev.contract.provider.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShellWordsTest {

    @Test
    void blanks_separate_words() {
        assertThat(ShellWords.split("  java  -jar\tapp.jar ")).containsExactly("java", "-jar", "app.jar");
    }

    @Test
    void quotes_keep_blanks_and_may_stand_inside_a_word() {
        assertThat(ShellWords.split("a 'b c' \"d e\" --name='x y'z ''"))
                .containsExactly("a", "b c", "d e", "--name=x yz", "");
    }

    @Test
    void a_backslash_keeps_the_next_character() {
        assertThat(ShellWords.split("a\\ b '\\' \"\\\"\\n\" \\\\")).containsExactly("a b", "\\", "\"\\n", "\\");
    }

    @Test
    void nothing_is_expanded() {
        assertThat(ShellWords.split("echo $HOME *.jar | cat")).containsExactly("echo", "$HOME", "*.jar", "|", "cat");
    }

    @Test
    void an_open_quote_is_named_with_its_place() {
        assertThatThrownBy(() -> ShellWords.split("java \"-jar app.jar")).hasMessage("""
                        CONTRACT-START  a quote in the command is never closed
                          where  character 6 of the command
                          found  "java "-jar app.jar"
                          mend   close the double quote, or put a backslash before it""");
    }
}
