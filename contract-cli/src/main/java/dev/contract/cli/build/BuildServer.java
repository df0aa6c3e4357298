package dev.contract.cli.build;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one kind of build server says what it builds.
 *
 * @param commit the variable that holds the commit; a server is taken to run when it is set
 * @param branches variables that may hold the branch, the best first: that of a pull request before the one it is merged into
 * @param url the build's page, with {@code ${NAME}} where a variable belongs
 */
record BuildServer(String name, String commit, List<String> branches, String url) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern REFERENCE = Pattern.compile("^(refs/heads/|origin/)");

    static final List<BuildServer> ALL = List.of(
            new BuildServer(
                    "GitHub Actions",
                    "GITHUB_SHA",
                    List.of("GITHUB_HEAD_REF", "GITHUB_REF_NAME"),
                    "${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}"),
            new BuildServer("GitLab CI", "CI_COMMIT_SHA", List.of("CI_COMMIT_REF_NAME"), "${CI_JOB_URL}"),
            new BuildServer("CircleCI", "CIRCLE_SHA1", List.of("CIRCLE_BRANCH"), "${CIRCLE_BUILD_URL}"),
            new BuildServer("Buildkite", "BUILDKITE_COMMIT", List.of("BUILDKITE_BRANCH"), "${BUILDKITE_BUILD_URL}"),
            new BuildServer(
                    "Travis CI",
                    "TRAVIS_COMMIT",
                    List.of("TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH"),
                    "${TRAVIS_BUILD_WEB_URL}"),
            new BuildServer(
                    "AppVeyor",
                    "APPVEYOR_REPO_COMMIT",
                    List.of("APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH", "APPVEYOR_REPO_BRANCH"),
                    "${APPVEYOR_URL}/project/${APPVEYOR_ACCOUNT_NAME}/${APPVEYOR_PROJECT_SLUG}/builds/${APPVEYOR_BUILD_ID}"),
            new BuildServer(
                    "Bitbucket Pipelines",
                    "BITBUCKET_COMMIT",
                    List.of("BITBUCKET_BRANCH"),
                    "${BITBUCKET_GIT_HTTP_ORIGIN}/pipelines/results/${BITBUCKET_BUILD_NUMBER}"),
            new BuildServer(
                    "Azure DevOps",
                    "BUILD_SOURCEVERSION",
                    List.of("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"),
                    "${SYSTEM_TEAMFOUNDATIONCOLLECTIONURI}${SYSTEM_TEAMPROJECT}/_build/results?buildId=${BUILD_BUILDID}"),
            new BuildServer("CodeShip", "CI_COMMIT_ID", List.of("CI_BRANCH"), "${CI_BUILD_URL}"),
            new BuildServer("TeamCity", "BUILD_VCS_NUMBER", List.of("TEAMCITY_BUILD_BRANCH"), "${BUILD_URL}"),
            new BuildServer("Jenkins", "GIT_COMMIT", List.of("CHANGE_BRANCH", "GIT_BRANCH"), "${BUILD_URL}"));

    boolean runs(Map<String, String> variables) {
        return value(variables, commit) != null;
    }

    BuildFacts facts(Map<String, String> variables) {
        return new BuildFacts(name, value(variables, commit), branch(variables), url(variables));
    }

    private @Nullable String branch(Map<String, String> variables) {
        return branches.stream()
                .map(branch -> value(variables, branch))
                .filter(Objects::nonNull)
                .findFirst()
                .map(branch -> REFERENCE.matcher(branch).replaceFirst(""))
                .orElse(null);
    }

    /** Null unless all of its variables are set. */
    private @Nullable String url(Map<String, String> variables) {
        Matcher matcher = VARIABLE.matcher(url);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = value(variables, matcher.group(1));
            if (value == null) {
                return null;
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    private static @Nullable String value(Map<String, String> variables, String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
