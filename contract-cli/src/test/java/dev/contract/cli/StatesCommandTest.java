package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import dev.contract.readme.Readme;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesCommandTest {
    @TempDir
    private Path directory;

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    private Ended states(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "states";
        all[1] = "--provider=users";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return run(all);
    }

    private static String contract(String consumer, String description, String states) {
        return """
                {
                  "consumer": {"name": "%s"},
                  "provider": {"name": "users"},
                  "interactions": [
                    {
                      "type": "Synchronous/HTTP", "description": "%s",
                      "providerStates": [%s],
                      "request": {"method": "GET", "path": "/"}, "response": {"status": 200}
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """.formatted(consumer, description, states);
    }

    private void write(String consumer, String description, String states) {
        Contracts.write(
                directory.resolve("contracts"), consumer + "-users.json", contract(consumer, description, states));
    }

    @Nested
    class TheCatalogue {
        @Test
        void of_the_manual_is_true() {
            write(
                    "shop",
                    "a request for user 1",
                    "{\"name\": \"user 1 exists\", \"params\": {\"id\": 1, \"name\": \"Alice\"}}");
            write("web", "a request for user 2", "{\"name\": \"user 2 exists\", \"params\": {\"id\": 2}}");

            Ended ended = states("contracts");

            assertThat(ended.out().replace("DIR/", ""))
                    .isEqualTo(Readme.of("contract-cli")
                                    .section("## states")
                                    .snippets("text")
                                    .get(0)
                                    .text()
                            + "\n");
            assertThat(ended.err()).isEmpty();
            assertThat(ended.exitCode()).isZero();
        }

        @Test
        void is_there_for_programs() {
            write("web", "a request", "{\"name\": \"user 2 exists\", \"params\": {\"id\": 2}}, {\"name\": \"Calm\"}");
            write("app", "a request", "{\"name\": \"calm\"}");

            assertThat(states("contracts", "--handler", "calm", "-o", "pretty")).isEqualTo(new Ended(0, """
                    {
                      "provider": "users",
                      "interactionsWithoutState": false,
                      "states": [
                        {
                          "name": "Calm",
                          "names": [
                            "Calm"
                          ],
                          "parameters": [],
                          "uses": [
                            {
                              "consumer": "web",
                              "interaction": "a request",
                              "state": "Calm",
                              "place": "DIR/contracts/web-users.json:5:5"
                            }
                          ]
                        },
                        {
                          "name": "calm",
                          "names": [
                            "calm"
                          ],
                          "parameters": [],
                          "uses": [
                            {
                              "consumer": "app",
                              "interaction": "a request",
                              "state": "calm",
                              "place": "DIR/contracts/app-users.json:5:5"
                            }
                          ]
                        },
                        {
                          "name": "user {id} exists",
                          "names": [
                            "user 2 exists"
                          ],
                          "parameters": [
                            {
                              "name": "id",
                              "types": [
                                "integer"
                              ],
                              "always": true
                            }
                          ],
                          "uses": [
                            {
                              "consumer": "web",
                              "interaction": "a request",
                              "state": "user 2 exists",
                              "place": "DIR/contracts/web-users.json:5:5"
                            }
                          ]
                        }
                      ],
                      "problems": [
                        {
                          "severity": "error",
                          "code": "CONTRACT-STATE",
                          "what": "no handler for provider state \\"Calm\\"",
                          "where": "DIR/contracts/web-users.json:5:5, interaction \\"a request\\"",
                          "found": "handlers for \\"calm\\"",
                          "mend": "add .state(\\"Calm\\", …)"
                        },
                        {
                          "severity": "error",
                          "code": "CONTRACT-STATE",
                          "what": "no handler for provider state \\"user {id} exists\\"",
                          "where": "DIR/contracts/web-users.json:5:5, interaction \\"a request\\"",
                          "found": "handlers for \\"calm\\"",
                          "mend": "add .state(\\"user {id} exists\\", …)"
                        },
                        {
                          "severity": "warning",
                          "code": "CONTRACT-ALIKE",
                          "what": "two states have nearly one name: \\"Calm\\" and \\"calm\\"",
                          "where": "DIR/contracts/web-users.json:5:5, interaction \\"a request\\"; DIR/contracts/app-users.json:5:5, interaction \\"a request\\"",
                          "found": null,
                          "mend": "if they mean the same, let the consumers agree on one name"
                        }
                      ]
                    }
                    """, ""));
        }

        @Test
        void takes_contracts_from_globs_and_of_one_consumer() {
            write("web", "a request", "{\"name\": \"a user\"}");
            write("app", "a request", "{\"name\": \"no users\"}");

            assertThat(states("contracts/*-users.json", "--consumer", "app").out())
                    .isEqualTo("""
                    "no users"
                      used   app: "a request", DIR/contracts/app-users.json:5:5

                    1 state of users: nothing found
                    """);
        }

        @Test
        void takes_contracts_from_the_broker() {
            write("web", "a request", "{\"name\": \"no users\"}");
            assertThat(run("publish", "contracts", "-a", "1", "--branch", "main")
                            .exitCode())
                    .isZero();

            Ended ended = states();

            assertThat(ended.out()).startsWith("\"no users\"\n  used   web: \"a request\", ");
            assertThat(ended.exitCode()).isZero();
        }

        @Test
        void of_no_contracts_could_not_be_made() {
            write("web", "a request", "{\"name\": \"no users\"}");

            assertThat(run("states", "contracts", "--provider", "user")).isEqualTo(new Ended(2, "", """
                    CONTRACT-NONE  no contracts found for provider "user"
                      where  directory DIR/contracts
                      found  contracts for "users"
                      mend   is the provider called "users"?
                    """));
        }
    }

    @Nested
    class TheCheck {
        @BeforeEach
        void write() {
            StatesCommandTest.this.write(
                    "web",
                    "a request",
                    "{\"name\": \"user 42 exists\"}, {\"name\": \"no users\"}, {\"name\": \"a user is locked\"}");
            StatesCommandTest.this.write(
                    "app", "a request", "{\"name\": \"user is locked\"}, {\"name\": \"No users\"}");
        }

        @Test
        void finds_missing_and_unused_handlers_and_names_that_are_alike() {
            Contracts.write(directory, "states.txt", "user {id} exists\nno user\n\na user is locked\n");

            assertThat(states("contracts", "--handlers=states.txt", "--handler=day", "--check"))
                    .isEqualTo(new Ended(1, """
                            ERROR  CONTRACT-STATE  no handler for provider state "No users"
                              where  DIR/contracts/app-users.json:5:5, interaction "a request"
                              found  handlers for "no user", "day", "user {id} exists", "a user is locked"
                              mend   add .state("No users", …)

                            ERROR  CONTRACT-STATE  no handler for provider state "no users"
                              where  DIR/contracts/web-users.json:5:5, interaction "a request"
                              found  handlers for "no user", "day", "user {id} exists", "a user is locked"
                              mend   add .state("no users", …)

                            ERROR  CONTRACT-STATE  no handler for provider state "user is locked"
                              where  DIR/contracts/app-users.json:5:5, interaction "a request"
                              found  handlers for "a user is locked", "day", "user {id} exists", "no user"
                              mend   add .state("user is locked", …)

                            WARNING  CONTRACT-UNUSED  the handler of provider state "day" is never called
                              found  states "No users", "a user is locked", "no users", "user 42 exists", "user is locked"
                              mend   remove it, or add the contract that names the state

                            WARNING  CONTRACT-UNUSED  the handler of provider state "no user" is never called
                              found  states "No users", "no users", "a user is locked", "user 42 exists", "user is locked"
                              mend   name it "No users" if that is meant; otherwise remove it

                            WARNING  CONTRACT-ALIKE  two states have nearly one name: "No users" and "no users"
                              where  DIR/contracts/app-users.json:5:5, interaction "a request"; DIR/contracts/web-users.json:5:5, interaction "a request"
                              mend   if they mean the same, let the consumers agree on one name

                            WARNING  CONTRACT-ALIKE  two states have nearly one name: "a user is locked" and "user is locked"
                              where  DIR/contracts/web-users.json:5:5, interaction "a request"; DIR/contracts/app-users.json:5:5, interaction "a request"
                              mend   if they mean the same, let the consumers agree on one name

                            5 states of users: errors 3, warnings 4
                            """, ""));
        }

        @Test
        void is_a_yes_when_every_state_has_a_handler() {
            assertThat(states(
                            "contracts",
                            "--consumer=app",
                            "--handler=user is locked",
                            "--handler=No users",
                            "--handler=No users",
                            "--check"))
                    .isEqualTo(new Ended(0, "2 states of users: nothing found\n", ""));
        }

        @Test
        void needs_handlers() {
            assertThat(states("contracts", "--check")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  --check needs the names of handlers: give them with --handler or --handlers
                      where  contract states
                      mend   see contract states --help
                    """));
        }
    }

    @Nested
    class TheSkeleton {
        @Test
        void has_the_states_that_no_handler_brings_about() {
            write(
                    "web",
                    "a request",
                    "{\"name\": \"user 42 exists\", \"params\": {\"id\": 42}}, {\"name\": \"night\"}");

            assertThat(states("contracts", "--skeleton=java", "--handler=night"))
                    .isEqualTo(new Ended(0, """
                    import dev.contract.provider.Verifier;

                    /** Brings the provider into the states that its consumers name. */
                    final class UsersStates {
                        private UsersStates() {}

                        static Verifier addTo(Verifier verifier) {
                            // web: "a request", DIR/contracts/web-users.json:5:5
                            verifier.state("user {id} exists", state -> {
                                long id = state.integer("id");
                                throw new UnsupportedOperationException("nobody has written this handler yet");
                            });

                            return verifier;
                        }
                    }
                    """, ""));
        }

        @Test
        void is_java_and_nothing_else() {
            assertThat(states("contracts", "--skeleton=java", "-o", "json").exitCode())
                    .isEqualTo(64);
            assertThat(states("contracts", "--skeleton=cobol").exitCode()).isEqualTo(64);
        }
    }
}
