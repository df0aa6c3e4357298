package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.Cli.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about what changed: where contracts come from, what is printed, and how it ends. */
class DiffCommandTest {
    @TempDir
    private Path directory;

    private Ended run(String... arguments) {
        return new Cli(directory).run(arguments);
    }

    private void write(String name, String text) {
        Contracts.write(directory, name, text);
    }

    private static String withoutHealth() {
        String whole = Contracts.of("web");
        int second = whole.indexOf("\"a request for the health\"");
        int comma = whole.lastIndexOf(",\n    {", second);
        return whole.substring(0, comma) + "\n  ]" + whole.substring(whole.indexOf(",\n  \"metadata\""));
    }

    private static String withName(String name) {
        return Contracts.of("web").replace("Alice", name);
    }

    @Nested
    class Diff {
        @BeforeEach
        void writeBoth() {
            write("old/web-users.json", Contracts.of("web"));
        }

        @Test
        void of_the_same_is_a_yes() {
            assertThat(run("diff", "old", "old/web-users.json")).isEqualTo(new Ended(0, """
                    web with users: not breaking, the provider owes the same; 2 same
                    """, ""));
        }

        @Test
        void of_an_added_interaction_is_breaking() {
            write("new/web-users.json", withoutHealth());

            assertThat(run("diff", "new", "old")).isEqualTo(new Ended(3, """
                    web with users: breaking, the provider owes more; 1 added, 1 same

                    breaking  added: "a request for the health"
                      request   GET /health
                      response  200
                    """, ""));
            assertThat(run("diff", "old", "new")).isEqualTo(new Ended(0, """
                    web with users: not breaking, the provider owes less; 1 removed, 1 same

                    not breaking  removed: "a request for the health"
                    """, ""));
        }

        @Test
        void tells_what_was_and_what_is_side_by_side_with_a_witness() {
            write("new/web-users.json", withName("Bob"));

            assertThat(run("diff", "old", "new")).isEqualTo(new Ended(3, """
                    web with users: breaking, the provider owes more; 1 changed, 1 same

                    breaking  "a request for user 1", given "user 1 exists"
                      where            change   verdict   before   after
                      response $.name  changed  breaking  'Alice'  'Bob'
                      witness  200 {"id":1,"name":"Alice"}
                               was fine, and is refused now: $.name -> Expected 'Alice' (String) to be equal to 'Bob' (String)
                    """, ""));
        }

        @Test
        void is_json_for_programs_and_markdown_for_pull_requests() {
            write("new/web-users.json", withName("B|ob"));

            assertThat(run("diff", "old", "new", "-o", "json").out())
                    .startsWith("{\"breaking\":true,\"duty\":\"more\",\"from\":\"old\",\"to\":\"new\","
                            + "\"contracts\":[{\"consumer\":\"web\",\"provider\":\"users\","
                            + "\"breaking\":true,\"duty\":\"more\",\"same\":1,\"interactions\":[");
            assertThat(run("diff", "old", "new", "-o", "markdown")).isEqualTo(new Ended(3, """
                    ### web with users: breaking, the provider owes more; 1 changed, 1 same

                    **breaking** "a request for user 1", given "user 1 exists"

                    | where | change | verdict | before | after |
                    |---|---|---|---|---|
                    | `response $.name` | changed | breaking | 'Alice' | `'B\\|ob'` |

                        witness  200 {"id":1,"name":"Alice"}
                                 was fine, and is refused now: $.name -> Expected 'Alice' (String) to be equal to 'B|ob' (String)
                    """, ""));
        }

        @Test
        void of_directories_pairs_contracts_by_their_names() {
            write("new/web-users.json", Contracts.of("web"));
            write("new/app-users.json", Contracts.of("app"));

            assertThat(run("diff", "old", "new", "--consumer", "web").exitCode())
                    .isZero();
            assertThat(run("diff", "old", "new").out())
                    .contains("app with users: breaking, the provider owes more; 2 added, 0 same");
        }

        @Test
        void of_strangers_cannot_be_asked() {
            write("new/webb-users.json", Contracts.of("webb"));

            assertThat(run("diff", "old", "new")).isEqualTo(new Ended(2, "", """
                    CONTRACT-DIFF  no consumer and provider have a contract on both sides
                      where  old and new
                      found  "web" with "users"; and "webb" with "users"
                      mend   was webb with users renamed? then give it its former name in a copy
                    """));
        }

        @Test
        void of_names_that_nobody_has_tells_those_there_are() {
            assertThat(run("diff", "old", "old", "--consumer", "wbe")).isEqualTo(new Ended(2, "", """
                    CONTRACT-DIFF  no consumer and provider have a contract on both sides, with the consumer "wbe"
                      where  old and old
                      found  "web" with "users"; and "web" with "users"
                      mend   did you mean "web"?
                    """));
            assertThat(run("diff", "old", "old", "--provider", "orders").err())
                    .endsWith("mend   give --consumer and --provider the names of two that have one on both sides\n");
        }

        @Test
        void needs_two_sides() {
            assertThat(run("diff", "old")).isEqualTo(new Ended(64, "", """
                    CONTRACT-USAGE  say also with what to compare old: a second place, or --from VERSION for one that is in the broker
                      where  contract diff
                      mend   see contract diff --help
                    """));
            assertThat(run("diff", "--from", "1").err())
                    .contains("--from needs to know whose contract it is: give --consumer and --provider");
            assertThat(run("diff").err()).contains("say what to compare");
            assertThat(run("diff", "old", "old", "--to", "2").err())
                    .contains("two places exclude --from and --to: say what to compare in one way");
            assertThat(run("diff", "--to", "2").err())
                    .contains("--to needs to know whose contract it is: give --consumer and --provider");
            assertThat(run("diff", "old", "nothing").exitCode()).isEqualTo(2);
        }
    }

    @Nested
    class InABroker {
        private static final String[] OF = {"--consumer", "web", "--provider", "users"};

        @BeforeEach
        void publish() {
            publish("1", Contracts.of("web"));
            publish("2", withName("Bob"));
            publish("3", withName("Bob"));
        }

        private void publish(String version, String contract) {
            write("c.json", contract);
            assertThat(run("publish", "c.json", "-a", version, "--branch", "main", "--database", "b.db")
                            .exitCode())
                    .isZero();
        }

        private Ended diff(String... arguments) {
            List<String> all = new ArrayList<>(List.of("diff", "--database", "b.db"));
            all.addAll(List.of(OF));
            all.addAll(List.of(arguments));
            return run(all.toArray(String[]::new));
        }

        @Test
        void versions_are_compared_by_number_or_by_branch() {
            assertThat(diff("--from", "1").exitCode()).isEqualTo(3);
            assertThat(diff("--from", "2", "--to", "branch:main").exitCode()).isZero();
        }

        @Test
        void a_version_is_compared_with_what_is_here() {
            write("here/web-users.json", Contracts.of("web"));
            write("here/app-users.json", Contracts.of("app"));

            assertThat(run("diff", "--from", "1", "here/web-users.json", "--database", "b.db")
                            .exitCode())
                    .isZero();
            Ended ended = diff("--from", "latest", "here");
            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.out()).doesNotContain("app");
            assertThat(run("diff", "--from", "1", "here", "--database", "b.db").err())
                    .contains("--from compares one contract, and here has 2: give --consumer and --provider");
        }

        @Test
        void without_an_old_version_the_last_with_another_contract_is_taken_and_told() {
            Ended newest = run("diff", "--database", "b.db", "-a", "web", "--provider", "users");

            assertThat(newest.exitCode()).isEqualTo(3);
            assertThat(newest.out()).isEqualTo(diff("--from", "1").out());
            assertThat(newest.err())
                    .isEqualTo("Compared: version 1 with version 3 of web; --from names another to compare with.\n");
            assertThat(diff("--to", "2").err()).startsWith("Compared: version 1 with version 2 of web; ");
        }

        @Test
        void where_no_version_before_has_another_contract_the_one_before_is_taken() {
            run("publish", "c.json", "-a", "1", "--database", "same.db");
            run("publish", "c.json", "-a", "2", "--database", "same.db");
            run("publish", "c.json", "-a", "3", "--database", "same.db");

            Ended same = run("diff", "-a", "web", "--provider", "users", "--database", "same.db");
            Ended first = run("diff", "-a", "web", "--provider", "users", "--to", "1", "--database", "same.db");

            assertThat(same.exitCode()).isZero();
            assertThat(same.err())
                    .isEqualTo("Compared: version 2 with version 3 of web; --from names another to compare with.\n");
            assertThat(first).isEqualTo(new Ended(2, "", """
                    CONTRACT-DIFF  there is no version before to compare with
                      where  "web" with "users"
                      found  as the first contract that of version 1
                      mend   publish another version; or compare with a file: contract diff OLD NEW
                    """));
        }

        @Test
        void unknown_versions_are_told_with_the_known_ones() {
            assertThat(diff("--from", "4")).isEqualTo(new Ended(2, "", """
                    CONTRACT-BROKER  the broker has no such contract of "web" with "users"
                      where  version 4
                      found  contracts of the versions "3", "2", "1"
                      mend   name one of these, or tag:NAME, branch:NAME, environment:NAME or latest
                    """));
            assertThat(diff("--from", "branch:mian")).isEqualTo(new Ended(2, "", """
                    CONTRACT-BROKER  the broker has no such contract of "web" with "users"
                      where  the latest from branch mian
                      found  versions of the branches "main"
                      mend   did you mean "main"?
                    """));
            assertThat(diff("--from", "main").err()).endsWith("""
                      found  no such version, but a branch of that name
                      mend   did you mean "branch:main"?
                    """);
            assertThat(diff("--from", "mian").err()).endsWith("""
                      found  contracts of the versions "3", "2", "1"
                      mend   did you mean "branch:main"?
                    """);
            assertThat(run("log", "webb", "users", "$.name", "--database", "b.db"))
                    .isEqualTo(new Ended(2, "", """
                    CONTRACT-BROKER  could not list the contracts of "webb" with "users": there are none
                      found  the broker does not know "webb", but "web", "users"
                      mend   did you mean "web"?
                    """));
        }

        @Test
        void a_name_of_another_kind_is_told_as_what_it_is() {
            run("create-version-tag", "-a", "web", "-e", "1", "-t", "prd", "--database", "b.db");
            run("create-environment", "--name", "production", "--database", "b.db");

            assertThat(diff("--from", "prd")).isEqualTo(new Ended(2, "", """
                    CONTRACT-BROKER  the broker has no such contract of "web" with "users"
                      where  version prd
                      found  no such version, but a tag of that name
                      mend   did you mean "tag:prd"?
                    """));
            assertThat(diff("--from", "branch:prd").err()).endsWith("""
                      where  the latest from branch prd
                      found  no such branch, but a tag of that name
                      mend   did you mean "tag:prd"?
                    """);
            assertThat(diff("--from", "production").err()).endsWith("""
                      where  version production
                      found  no such version, but an environment of that name
                      mend   did you mean "environment:production"?
                    """);
            assertThat(diff("--from", "environment:production").err()).isEqualTo("""
                    CONTRACT-BROKER  could not tell which version of web runs in production
                      found  none that was deployed
                      mend   name a version: contract list-deployments -a web shows them
                    """);
            run("record-deployment", "-a", "web", "-e", "2", "--environment", "production", "--database", "b.db");
            assertThat(diff("--from", "environment:production").exitCode()).isZero();
        }

        @Test
        void as_json_the_versions_of_a_field_have_their_dates() {
            assertThat(run("log", "web", "users", "/name", "--database", "b.db", "-o", "json")
                            .out()
                            .replaceAll("\\d{4}-[-0-9T:+]+Z?", "TIME"))
                    .startsWith(
                            "{\"path\":\"$.name\",\"versions\":3,\"changes\":[{\"version\":\"2\",\"date\":\"TIME\",\"subject\":\"\",\"differences\":[{");
        }

        @Test
        void the_versions_that_changed_a_field_are_listed() {
            assertThat(run("log", "web", "users", "/name", "--database", "b.db").out())
                    .contains("\n  changed, the provider owes more: \"a request for user 1\", given \"user 1 exists\","
                            + " response $.name\n    before  'Alice'\n    after   'Bob'\n")
                    .endsWith("$.name changed in 1 of 3 versions\n");
            assertThat(run("bisect", "web", "users", "/name", "--database", "b.db")
                            .out())
                    .endsWith("$.name is no longer what it was in 1 since 2; 1 check of 3 versions\n");
        }
    }

    @Nested
    class InGit {
        @BeforeEach
        void commit() {
            git("init", "-q", "-b", "main");
            commit("Ask for a user", withoutHealth());
            commit("Ask for the health", Contracts.of("web"));
            git("tag", "v1");
            commit("Ask for Bob", withName("Bob"));
        }

        private void commit(String subject, String contract) {
            commit("contracts/web-users.json", subject, contract);
        }

        private void commit(String file, String subject, String contract) {
            write(file, contract);
            git("add", ".");
            git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", subject);
        }

        private void git(String... arguments) {
            List<String> command = new ArrayList<>(List.of("git"));
            command.addAll(List.of(arguments));
            try {
                Process git = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(git.waitFor()).as(said).isZero();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void revisions_of_files_and_directories_are_compared() {
            assertThat(run("diff", "v1:contracts/web-users.json", "contracts").exitCode())
                    .isEqualTo(3);
            assertThat(run("diff", "v1:contracts", "HEAD~1:contracts").exitCode())
                    .isZero();
        }

        @Test
        void what_is_not_there_is_told_with_what_is() throws IOException {
            assertThat(run("diff", "v2:contracts", "contracts")).isEqualTo(new Ended(2, "", """
                    CONTRACT-GIT  there is no revision "v2"
                      found  branches and tags "main", "v1"
                      mend   name a commit, branch or tag of this clone; fetch it if it is elsewhere
                    """));
            assertThat(run("diff", "v1:contracts/web-user.json", "contracts")).isEqualTo(new Ended(2, "", """
                    CONTRACT-GIT  there is no contract file of this name in that revision
                      where  v1:contracts/web-user.json
                      found  beside it "web-users.json"
                      mend   did you mean "web-users.json"?
                    """));
            write("docs/readme.md", "");
            git("add", ".");
            git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Describe it");
            assertThat(run("diff", "HEAD:docs", "contracts")).isEqualTo(new Ended(2, "", """
                    CONTRACT-GIT  there is no contract file in this directory of that revision
                      where  HEAD:docs
                      found  "readme.md"
                      mend   name a directory in which *.json files stand
                    """));
        }

        @Test
        void files_are_found_whatever_they_are_called_and_directories_are_none() throws IOException {
            String last = "all/t\t\"ü\\\n.json";
            write("all/a.json", Contracts.of("app"));
            write(last, Contracts.of("web"));
            write("all/b.json/readme.md", "");
            git("add", ".");
            git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Add others");
            write(last, withName("Bob"));
            Files.createDirectory(directory.resolve("all/c.json"));

            assertThat(run("diff", "HEAD:all", "all")).isEqualTo(new Ended(3, """
                    app with users: not breaking, the provider owes the same; 2 same

                    web with users: breaking, the provider owes more; 1 changed, 1 same

                    breaking  "a request for user 1", given "user 1 exists"
                      where            change   verdict   before   after
                      response $.name  changed  breaking  'Alice'  'Bob'
                      witness  200 {"id":1,"name":"Alice"}
                               was fine, and is refused now: $.name -> Expected 'Alice' (String) to be equal to 'Bob' (String)
                    """, ""));
        }

        @Test
        void a_revision_alone_is_not_enough() {
            assertThat(run("diff", "HEAD~2", "contracts/web-users.json")).isEqualTo(new Ended(2, "", """
                    CONTRACT-GIT  a revision alone does not say which contracts are meant
                      where  HEAD~2
                      found  no file of this name, but a revision
                      mend   name a file or directory in it: HEAD~2:contracts/web-users.json
                    """));
            assertThat(run("diff", "HEAD~2:contracts", "v1").err()).endsWith("in it: v1:contracts\n");
            assertThat(run("diff", "HEAD~2", "v1").err())
                    .endsWith("mend   name a file or directory in each of the two: HEAD~2:DIR and v1:DIR\n");
            assertThat(run("diff", "HEAD~9", "contracts").err())
                    .startsWith("CONTRACT-FILE  there is no contract file here\n");
        }

        @Test
        void a_file_of_another_repository_is_followed_from_outside(@TempDir Path elsewhere) {
            assertThat(subjects(new Cli(elsewhere)
                            .run(
                                    "log",
                                    "web",
                                    "users",
                                    "/name",
                                    "--in",
                                    directory.resolve("contracts").toString())))
                    .containsExactly("Ask for Bob", "Ask for a user");
        }

        @Test
        void what_no_commit_has_is_told_with_the_names_beside_it() {
            assertThat(run("log", "web", "users", "/name", "--in", "contrats")).isEqualTo(new Ended(2, "", """
                    CONTRACT-GIT  no commit has ever changed this
                      where  DIR/contrats
                      found  nothing of this name in the commits from HEAD on, beside it "contracts"
                      mend   did you mean "contracts"?
                    """));
            assertThat(run("log", "web", "users", "/name", "--in", "contrats/a/b.json")
                            .err())
                    .endsWith("  mend   did you mean \"contracts\"?\n");
        }

        @Test
        void where_there_are_no_revisions_git_is_quoted(@TempDir Path elsewhere) throws IOException {
            assertThat(new Cli(elsewhere).run("diff", "v1:a", "v1:b")).isEqualTo(new Ended(2, "", """
                    CONTRACT-GIT  this is no git repository, so there are no revisions in it
                      where  DIR
                      found  fatal: not a git repository (or any of the parent directories): .git
                      mend   run this inside of a repository, or name files or versions of a broker instead
                    """));
            git("init", "-q", elsewhere.toString());
            assertThat(new Cli(elsewhere).run("log", "web", "users", "$.name", "--in", "a"))
                    .isEqualTo(new Ended(2, "", """
                    CONTRACT-GIT  this git repository has no commits yet
                      where  DIR
                      found  no revision "HEAD"
                      mend   commit the contracts first, or name files
                    """));
        }

        @Test
        void the_commits_that_changed_a_field_are_listed_and_found() {
            assertThat(run("log", "web", "users", "$.name", "--in", "contracts").out())
                    .contains("  Ask for Bob\n  changed, the provider owes more:")
                    .contains("  Ask for a user\n  there from the oldest version on: \"a request for user 1\",")
                    .endsWith("$.name changed in 1 of 3 commits\n");
            assertThat(run("bisect", "web", "users", "$.name", "--in", "contracts/web-users.json")
                            .out())
                    .contains("  Ask for Bob\n")
                    .endsWith("; 2 checks of 3 commits\n");
            assertThat(run("bisect", "web", "users", "$.id", "--in", "contracts")
                            .exitCode())
                    .isEqualTo(1);
        }

        @Test
        void a_version_that_cannot_be_read_is_passed_over() {
            commit("Break it", "{broken");
            commit("Mend it, and ask for Carol", withName("Carol"));

            Ended log = run("log", "web", "users", "$.name", "--in", "contracts");
            assertThat(log.exitCode()).isZero();
            assertThat(log.out())
                    .contains("  Mend it, and ask for Carol\n  changed, ")
                    .contains("    before  'Bob'\n    after   'Carol'\n")
                    .endsWith("$.name changed in 2 of 5 commits\n");
            assertThat(log.err().replaceAll("[0-9a-f]{10}", "ID")).isEqualTo("""
                    ID is passed over, because it cannot be read:
                    CONTRACT-JSON  not readable as JSON
                      where  ID:contracts/web-users.json:1:2
                      found  Unexpected character ('b'): was expecting double-quote to start field name
                      mend   run the consumer's tests, which write the file anew, or name a contract file, which is JSON
                    """);
            assertThat(run("bisect", "web", "users", "$.name", "--in", "contracts")
                            .out())
                    .contains("  Ask for Bob\n");
        }

        @Test
        void a_field_may_be_again_what_it_was() {
            commit("Ask for Alice again", Contracts.of("web"));

            Ended ended = run("bisect", "web", "users", "$.name", "--in", "contracts");
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out().replaceAll("[0-9a-f]{10}", "ID"))
                    .endsWith("$.name changed in ID, and now is what it was in ID again; 2 checks of 4 commits\n");
            assertThat(run("bisect", "web", "users", "$.name", "--in", "contracts", "-o", "json")
                            .out())
                    .contains("\"isBack\":true");
        }

        @Test
        void a_header_is_named_as_one() {
            assertThat(run("log", "web", "users", "content-type", "--in", "contracts")
                            .err())
                    .endsWith("mend   did you mean \"header Content-Type\"?\n");
        }

        @Test
        void a_field_that_no_version_has_is_told_with_those_there_are() {
            assertThat(run("log", "web", "users", "/nmae", "--in", "contracts")).isEqualTo(new Ended(2, "", """
                    CONTRACT-FIELD  no version of the contract has "$.nmae"
                      where  "web" with "users"
                      found  in the newest "$.name", "status", "header Content-Type", "$.id"
                      mend   did you mean "$.name"?
                    """));
            assertThat(run("bisect", "web", "users", "header Server", "--in", "contracts"))
                    .isEqualTo(new Ended(2, "", """
                    CONTRACT-FIELD  no version of the contract has "header Server"
                      where  "web" with "users"
                      found  in the newest "status", "header Content-Type", "$.id", "$.name"
                      mend   name a field, a header, a query parameter or status as contract usage shows them
                    """));
            assertThat(run("log", "web", "users", "status", "--in", "contracts"))
                    .extracting(ended -> ended.out().replaceAll("[0-9a-f]{10}  [0-9-]{10}", "ID"))
                    .isEqualTo("""
                    ID  Ask for the health
                      added, the provider owes more: "a request for the health", response status
                        after   expected

                    ID  Ask for a user
                      there from the oldest version on: "a request for user 1", given "user 1 exists", response status

                    status changed in 1 of 3 commits
                    """);
        }

        @Test
        void a_renamed_file_is_followed_under_its_former_names() throws IOException {
            move("contracts/web-users.json", "contracts/web.json", "Rename it", withName("Bob"));
            commit("contracts/web.json", "Ask for Carol", withName("Carol"));
            Files.createDirectory(directory.resolve("pacts"));
            move("contracts/web.json", "pacts/web.json", "Move it, and ask for Dan", withName("Dan"));

            assertThat(subjects(run("log", "web", "users", "/name", "--in", "pacts/web.json")))
                    .containsExactly("Move it, and ask for Dan", "Ask for Carol", "Ask for Bob", "Ask for a user");
            assertThat(subjects(run("bisect", "web", "users", "/name", "--in", "pacts/web.json")))
                    .containsExactly("Ask for Bob");
        }

        @Test
        void a_renamed_directory_is_followed_from_anywhere_in_the_repository() throws IOException {
            Files.createDirectories(directory.resolve("service/src"));
            move("contracts", "service/pacts", "Move all", withName("Bob"));

            Cli inside = new Cli(directory.resolve("service/src"));
            assertThat(subjects(inside.run("log", "web", "users", "/name", "--in", "../pacts")))
                    .containsExactly("Ask for Bob", "Ask for a user");
            assertThat(subjects(run(
                            "log",
                            "web",
                            "users",
                            "/name",
                            "--in",
                            directory.resolve("service/pacts").toString())))
                    .containsExactly("Ask for Bob", "Ask for a user");
        }

        @Test
        void a_directory_of_which_something_stayed_behind_is_not_followed() throws IOException {
            write("contracts/app-users.json", Contracts.of("app"));
            git("add", ".");
            Files.createDirectory(directory.resolve("pacts"));
            move("contracts/web-users.json", "pacts/web-users.json", "Move one", withName("Bob"));

            assertThat(subjects(run("log", "web", "users", "/name", "--in", "pacts")))
                    .containsExactly("Move one");
            assertThat(subjects(run("log", "web", "users", "/name", "--in", "pacts/web-users.json")))
                    .containsExactly("Ask for Bob", "Ask for a user");
        }

        @Test
        void the_top_of_a_repository_may_be_followed() {
            commit("web-users.json", "Ask for Carol", withName("Carol"));
            commit("web-users.json", "Ask for Dan", withName("Dan"));

            assertThat(subjects(run("log", "web", "users", "/name", "--in", ".")))
                    .containsExactly("Ask for Dan", "Ask for Carol");
            assertThat(subjects(run("bisect", "web", "users", "/name", "--in", directory.toString())))
                    .containsExactly("Ask for Carol");
        }

        @Test
        void of_several_sides_one_may_be_named() {
            assertThat(subjects(run("log", "web", "users", "response $.name", "--in", "contracts")))
                    .containsExactly("Ask for Bob", "Ask for a user");
            assertThat(run("log", "web", "users", "request $.name", "--in", "contracts")
                            .err())
                    .startsWith("CONTRACT-FIELD  no version of the contract has \"request $.name\"\n")
                    .endsWith("  mend   did you mean \"$.name\"?\n");
        }

        @Test
        void an_interaction_that_came_with_a_field_of_others_does_not_change_the_field() {
            commit("Ask for the user again", withAnother("Bob"));
            commit("Ask for Carol", withAnother("Carol"));

            assertThat(run("log", "web", "users", "$.id", "--in", "contracts").out())
                    .contains(
                            "  added, the provider owes more: \"a look at user 1\", response $.id\n    after   1\n",
                            "$.id changed in 1 of 5 commits\n");
            assertThat(run("bisect", "web", "users", "$.id", "--in", "contracts"))
                    .extracting(Ended::exitCode)
                    .isEqualTo(1);
            assertThat(run("bisect", "web", "users", "$.name", "--in", "contracts", "-o", "json")
                            .out())
                    .contains("\"movedFrom\":null", "\"witness\":{\"response\":{");
        }

        private static String withAnother(String name) {
            return withName(name)
                    .replace("a request for the health", "a look at user 1")
                    .replace("""
                    "/health"},
                          "response": {"status": 200}""", """
                    "/users/1"},
                          "response": {"status": 200, "body": {"content": {"id": 1}, "contentType": "application/json"}}""");
        }

        private void move(String from, String to, String subject, String contract) {
            git("mv", from, to);
            commit(to.endsWith(".json") ? to : to + "/web-users.json", subject, contract);
        }

        /** The commits that are told, without their ids and dates. */
        private List<String> subjects(Ended ended) {
            assertThat(ended.err()).isEmpty();
            return ended.out()
                    .lines()
                    .filter(line -> line.matches("[0-9a-f]{10}  \\d{4}-\\d\\d-\\d\\d  .*"))
                    .map(line -> line.substring(24))
                    .toList();
        }

        @Test
        void names_that_no_contract_has_are_told_with_those_there_are() {
            assertThat(run("log", "users", "web", "$.name", "--in", "contracts"))
                    .isEqualTo(new Ended(2, "", """
                    CONTRACT-GIT  the newest revision has no contract of "users" with "web"
                      where  contracts
                      found  "web users"
                      mend   name a consumer and, behind it, a provider of these; where both are gone, check out a commit that has them
                    """));
            assertThat(run("log", "webb", "users", "$.name", "--in", "contracts"))
                    .isEqualTo(new Ended(2, "", """
                    CONTRACT-GIT  the newest revision has no contract of "webb" with "users"
                      where  contracts
                      found  "web users"
                      mend   did you mean web users?
                    """));
            assertThat(run("log", "web", "users", "$.name", "--in", "nowhere").err())
                    .startsWith("CONTRACT-GIT  no commit has ever changed this\n");
        }
    }

    @Nested
    class Minimize {
        @Test
        void of_what_nothing_implies_is_told() {
            write("c.json", Contracts.of("web"));

            assertThat(run("minimize", "c.json").out())
                    .isEqualTo("web with users: none of 2 interactions is implied by others\n");
        }

        @Test
        void names_what_others_imply_and_what_would_be_saved() {
            write(
                    "c.json",
                    Contracts.of("web")
                            .replace("a request for the health\",", "the health\",")
                            .replace("\"interactions\": [", """
                    "interactions": [
                        {
                          "type": "Synchronous/HTTP", "description": "a look at the health",
                          "request": {"method": "GET", "path": "/health"}, "response": {"status": 200}
                        },"""));

            assertThat(run("minimize", "c.json").out()).startsWith("""
                    web with users: 1 of 3 interactions is implied by others
                      "the health" by "a look at the health", which asks the same
                      without them: 2 interactions, and\s""");
        }

        @Test
        void counts_alone_what_only_rules_cover() {
            String any = """
                    {"type": "Synchronous/HTTP", "description": "%s",
                     "request": {"method": "GET", "path": "%s", "matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/[a-z]+"}]}}},
                     "response": {"status": 200}},""";
            write(
                    "c.json",
                    Contracts.of("web")
                            .replace(
                                    "\"interactions\": [",
                                    "\"interactions\": [" + any.formatted("any", "/any")
                                            + any.formatted("the same", "/any")));

            assertThat(run("minimize", "c.json").out().replaceAll("\\d{3,}", "N"))
                    .isEqualTo("""
                    web with users: 2 of 4 interactions are implied by others, 1 of them only by rules
                      "the same" by "any", which asks the same
                      "a request for the health" by "any", whose request covers it; its own example would not be sent any more
                      without the one of which the same is asked: 3 interactions, and N bytes of N
                      without all of them: 2 interactions, and N bytes of N
                    """);
        }

        @Test
        void keeps_what_nobody_can_read() {
            write("c.json", Contracts.of("web").replace("\"interactions\": [", """
                    "interactions": [{"type": "Synchronous/Fax", "description": "a fax"},"""));

            assertThat(run("minimize", "c.json").out()).isEqualTo("""
                    web with users: none of 2 interactions is implied by others
                      1 more is of no kind that is known here, and stays
                    """);
            assertThat(run("minimize", "c.json", "-o", "json").out()).contains("\"unread\":1");
        }
    }
}
