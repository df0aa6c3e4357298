package dev.contract.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFactsTest {
    @TempDir
    private Path directory;

    private BuildFacts facts(Map<String, String> variables) {
        return BuildFacts.detect(variables, directory);
    }

    @Nested
    class BuildServers {
        @Test
        void on_github_the_branch_of_a_pull_request_comes_before_the_merge() {
            assertThat(facts(Map.of(
                            "GITHUB_SHA", "7f3",
                            "GITHUB_HEAD_REF", "feat/x",
                            "GITHUB_REF_NAME", "12/merge",
                            "GITHUB_SERVER_URL", "https://github.example",
                            "GITHUB_REPOSITORY", "team/shop",
                            "GITHUB_RUN_ID", "9")))
                    .isEqualTo(new BuildFacts(
                            "GitHub Actions", "7f3", "feat/x", "https://github.example/team/shop/actions/runs/9"));
        }

        @Test
        void on_github_without_a_pull_request_the_pushed_branch_counts() {
            assertThat(facts(Map.of("GITHUB_SHA", "7f3", "GITHUB_HEAD_REF", "", "GITHUB_REF_NAME", "main")))
                    .isEqualTo(new BuildFacts("GitHub Actions", "7f3", "main", null));
        }

        @Test
        void jenkins_writes_the_remote_before_the_branch() {
            assertThat(facts(Map.of("GIT_COMMIT", "7f3", "GIT_BRANCH", "origin/feat/x", "BUILD_URL", "http://ci/1")))
                    .isEqualTo(new BuildFacts("Jenkins", "7f3", "feat/x", "http://ci/1"));
        }

        @Test
        void azure_writes_a_whole_reference() {
            assertThat(facts(Map.of("BUILD_SOURCEVERSION", "7f3", "BUILD_SOURCEBRANCH", "refs/heads/feat/x")))
                    .isEqualTo(new BuildFacts("Azure DevOps", "7f3", "feat/x", null));
        }

        @Test
        void gitlab_has_all_three() {
            assertThat(facts(Map.of("CI_COMMIT_SHA", "7f3", "CI_COMMIT_REF_NAME", "main", "CI_JOB_URL", "http://ci/1")))
                    .hasToString("version 7f3, branch main, build URL http://ci/1 from GitLab CI");
        }
    }

    @Nested
    class WithoutBuildServer {
        @Test
        void git_knows_commit_and_branch() throws Exception {
            git("init", "-q", "-b", "feat/x");
            git("-c", "user.name=t", "-c", "user.email=t@t.example", "commit", "-q", "--allow-empty", "-m", "first");

            BuildFacts facts = facts(Map.of());

            assertThat(facts.source()).isEqualTo("git");
            assertThat(facts.commit()).matches("[0-9a-f]{40}");
            assertThat(facts.branch()).isEqualTo("feat/x");
        }

        @Test
        void without_a_repository_nothing_is_known() {
            assertThat(BuildFacts.detect(Map.of(), Path.of("/"))).hasToString("nothing from git");
        }

        private void git(String... arguments) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of("git"));
            command.addAll(List.of(arguments));
            Process git = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.waitFor()).as(said).isZero();
        }
    }
}
