package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    private Path directory;

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    @Nested
    class Help {
        @Test
        void lists_every_command() {
            assertThat(run("--help")).isEqualTo(new Ended(0, """
                    Usage: contract [-hV] COMMAND
                    Consumer-driven contract testing: verify providers, publish contracts, ask what may be deployed.
                      -h, --help      Show this help.
                      -V, --version   Print the version of this program.

                    Commands:
                      verify                        Replay contracts against a running provider.
                      states                        List the provider states that contracts name, and what is wrong with them.
                      stub                          Serve contracts: play providers for whoever asks.
                      lint                          Look for what tools would have to guess about in contract files.
                      usage                         Show who relies on what of a provider, and what nobody does.
                      whatif                        Ask who would break if a provider changed.
                      routes                        List the routes that a provider serves, for the tests of its consumers.
                      diff                          Show what changed between contracts, and whether it breaks the provider.
                      compare                       Compare contracts with an OpenAPI document, without any service.
                      log                           Show which versions of a contract changed a field.
                      bisect                        Find the version of a contract that first changed a field.
                      minimize                      Show which interactions others imply.
                      convert                       Write contract files in another version of the file format.
                      record                        Draft a contract of what a client asks a running provider.
                      import                        Make contracts of recorded traffic and of the files of other tools.
                      publish                       Publish contract files to the broker.
                      publish-provider-contract     Publish what a provider says of itself: its OpenAPI document.
                      can-i-deploy                  Ask whether versions may be deployed.
                      can-i-merge                   Ask whether versions work with the main branches of the others.
                      explain                       Show step by step how can-i-deploy comes to its answer.
                      plan                          Find an order in which new versions can be deployed.
                      get-pacts                     List or download the contracts of a provider.
                      list-latest-pact-versions     List the latest contract of every pair.
                      list-provider-states          List the provider states that contracts in the broker rely on.
                      create-environment            Tell the broker of a place where versions run.
                      update-environment            Change what the broker knows of an environment.
                      describe-environment          Show what the broker knows of an environment.
                      delete-environment            Make the broker forget an environment and what was recorded about it.
                      list-environments             List the environments.
                      record-deployment             Record that a version now runs in an environment.
                      record-undeployment           Record that an application no longer runs in an environment.
                      record-release                Record that a version is released and supported.
                      record-support-ended          Record that a released version is no longer supported.
                      list-deployments              List what is deployed and released where.
                      create-or-update-pacticipant  Tell the broker of an application.
                      describe-pacticipant          Show what the broker knows of an application.
                      list-pacticipants             List the applications.
                      create-or-update-version      Tell the broker of a version, its branch and its tags.
                      describe-version              Show what the broker knows of a version.
                      create-version-tag            Tag a version.
                      delete-version-tag            Take a tag off a version.
                      delete-branch                 Make the broker forget a branch.
                      sync-branches                 Make the broker forget the branches that git no longer has.
                      create-webhook                Have somebody told when contracts or results are published.
                      create-or-update-webhook      The same under a UUID of your own, to be repeated.
                      test-webhook                  Have the request of a webhook sent now.
                      delete-webhook                Make the broker forget a webhook.
                      broker                        Run the broker.
                      completion                    Print a completion script for bash or zsh.
                      generate-uuid                 Print a fresh UUID.
                      version                       Print the version of this program.

                    "contract COMMAND --help" explains a command.
                    Exit codes: 0 yes or done, 1 no or a contract is broken, 2 could not ask or run, 3 breaking, 64 wrong usage.
                    """, ""));
        }

        @ParameterizedTest
        @EnumSource(CommandName.class)
        void every_command_explains_itself(CommandName name) {
            Ended ended = run(name.text(), "--help");

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out())
                    .startsWith("Usage: contract " + name.text() + " ")
                    .contains("\n" + name.description() + "\n")
                    .contains("--help ");
        }
    }

    @Nested
    class Arguments {
        @Test
        void help_may_be_a_word() {
            assertThat(run("help", "publish")).isEqualTo(run("publish", "--help"));
            assertThat(run("help")).isEqualTo(run("--help"));
        }

        @Test
        void a_name_with_an_at_sign_is_no_file() {
            run("create-environment", "--name", "production");

            assertThat(run("describe-version", "-a", "@team/shop").err())
                    .contains("does not know any version of \"@team/shop\"");
        }

        @Test
        void unknown_options_can_be_passed_over() {
            run("create-environment", "--name", "production");

            Ended ended = new Cli(directory)
                    .with("PACT_BROKER_ERROR_ON_UNKNOWN_OPTION", "false")
                    .run("list-environments", "--team-uuid=1", "-o", "id");

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.err()).startsWith("Not understood and passed over: --team-uuid=1.\n");
        }

        @Test
        void negated_and_combined_forms_are_understood() {
            assertThat(run("create-environment", "--name=a", "--no-production", "-ojson")
                            .out())
                    .contains("\"production\":false");
        }
    }

    @Nested
    class Versions {
        @Test
        void is_told_by_command_and_by_option() {
            String expected = "contract development (Java " + System.getProperty("java.version") + ")\n";

            assertThat(run("version")).isEqualTo(new Ended(0, expected, ""));
            assertThat(run("--version")).isEqualTo(new Ended(0, expected, ""));
        }
    }

    @Nested
    class WrongUse {
        @Test
        void no_command_at_all() {
            assertThat(run()).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  say which command to run
                      where  contract
                      mend   see contract --help
                    """));
        }

        @Test
        void a_misspelt_command_is_answered_with_the_right_one() {
            assertThat(run("publsh")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  unmatched argument at index 0: 'publsh'
                      where  contract
                      mend   did you mean publish? see contract --help
                    """));
        }

        @Test
        void a_misspelt_option_is_answered_with_the_right_one() {
            assertThat(run("list-environments", "--outptu", "json")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  unknown options: '--outptu', 'json'
                      where  contract list-environments
                      mend   did you mean --output? see contract list-environments --help
                    """));
        }

        @ParameterizedTest
        @ValueSource(strings = {"usage", "whatif", "verify"})
        void an_option_of_one_value_has_two(String command) {
            assertThat(run(command, "--provider", "users", "--provider=shop"))
                    .isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  option --provider takes one value, and is given with different ones
                      where  contract %s
                      mend   see contract %s --help
                    """.formatted(command, command)));
        }

        @Test
        void an_option_stands_before_a_command_that_does_not_read_it() {
            assertThat(run("broker", "--database-clean-dry-run", "clean")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  option --database-clean-dry-run stands before clean, which does not read it; the options of clean stand behind it
                      where  contract broker
                      mend   see contract broker --help
                    """));
        }

        @Test
        void an_option_of_a_command_within_another_has_two() {
            assertThat(run("broker", "clean", "--limit", "1", "--limit=2")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  option --limit takes one value, and is given with different ones
                      where  contract broker clean
                      mend   see contract broker clean --help
                    """));
        }

        @Test
        void one_value_may_be_given_twice_and_so_may_flags() {
            run("create-environment", "--name", "production");

            assertThat(run("list-environments", "-o", "id", "--output=id", "--verbose", "--verbose")
                            .exitCode())
                    .isZero();
        }

        @Test
        void one_name_is_offered_the_nearest() {
            assertThat(run("verify", "--provider=users", "--stateurl=/states").err())
                    .endsWith("""
                      mend   did you mean --state-url? see contract verify --help
                    """);
            assertThat(run("lint", "--srict", ".").err()).endsWith("""
                      mend   did you mean --strict? see contract lint --help
                    """);
        }

        @Test
        void a_word_is_no_number() {
            assertThat(run("verify", "--provider=users", "--lanes=soon").err()).startsWith("""
                    CONTRACT-USAGE  invalid value for option '--lanes': 'soon' is not a whole number
                    """);
        }

        @Test
        void a_missing_option_is_named() {
            assertThat(run("create-environment")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  missing required option: '--name=NAME'
                      where  contract create-environment
                      mend   see contract create-environment --help
                    """));
        }

        @Test
        void problems_are_red_on_a_terminal_only() {
            assertThat(new Cli(directory).onTerminal().run("publsh").err())
                    .startsWith("\u001b[31mCONTRACT-USAGE\u001b[0m  unmatched");
        }
    }

    @Nested
    class Completion {
        @Test
        void knows_commands_and_options() {
            Ended ended = run("completion");

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out()).contains("can-i-deploy", "--to-environment", "complete -F");
        }

        @Test
        void for_zsh_switches_on_what_the_script_needs() {
            assertThat(run("generate-completion", "zsh").out()).startsWith("autoload -U +X bashcompinit");
        }
    }
}
