package dev.contract.provider;

import static dev.contract.provider.ContractFiles.get;
import static dev.contract.provider.ContractFiles.getGiven;
import static dev.contract.provider.ContractFiles.interaction;
import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contract.core.problem.ContractException;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class DynamicTestsTest {
    private static final String USER = "{\"id\": 1}";

    @TempDir
    private Path directory;

    private ContractFiles contracts;
    private final TestService service = new TestService();

    @BeforeEach
    void openFolder() {
        contracts = new ContractFiles(directory);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Verifier verifier() {
        return Verifier.of("user-service").contractsFrom(directory(directory)).at(service.url());
    }

    @Test
    void there_is_a_container_for_each_contract_and_a_test_for_each_interaction() {
        contracts.contract("app", get("a user", "/1", USER));
        contracts.contract("web", get("a user", "/1", USER), getGiven("night", "a list", "/2", USER));

        List<DynamicContainer> containers =
                containers(verifier().state("night", state -> {}).tests());

        assertThat(containers)
                .extracting(DynamicNode::getDisplayName)
                .containsExactly(
                        "app → user-service (" + directory.resolve("app.json") + ")",
                        "web → user-service (" + directory.resolve("web.json") + ")");
        List<DynamicTest> tests = tests(containers.get(1));
        assertThat(tests).extracting(DynamicNode::getDisplayName).containsExactly("a user", "a list, given \"night\"");
        assertThat(tests.get(1).getTestSourceUri()).hasValueSatisfying(place -> assertThat(place)
                .hasToString(directory.resolve("web.json").toUri() + "?line=4&column=1"));
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void a_test_replays_its_interaction_and_no_other_with_a_state() throws Throwable {
        contracts.contract("web", getGiven("a", "x", "/1", USER), getGiven("a", "y", "/2", USER));
        service.on("GET /2", 200, USER);

        List<DynamicTest> tests =
                tests(containers(verifier().state("a", state -> {}).tests()).get(0));
        tests.get(1).getExecutable().execute();

        assertThat(service.asked()).extracting(TestService.Asked::line).containsExactly("GET /2");
    }

    @Test
    void a_failure_is_the_report_without_a_stack_trace() {
        contracts.contract("web", get("x", "/1", USER));
        service.on("GET /1", 200, "{\"id\": 2}");

        DynamicTest test = tests(containers(verifier().tests()).get(0)).get(0);

        assertThatThrownBy(() -> test.getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("FAILED  web → user-service: x\n  where   ")
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    }

    @Test
    void listeners_hear_of_the_end_with_the_last_test_and_not_when_only_some_of_them_run() throws Throwable {
        contracts.contract("web", get("x", "/1", USER), getGiven("a", "y", "/2", USER));
        service.on("GET /1", 200, USER).on("GET /2", 200, "{}");
        List<VerificationResult> ends = new ArrayList<>();
        VerificationListener listener = new VerificationListener() {
            @Override
            public void ended(VerificationResult result) {
                ends.add(result);
            }
        };

        Stream<DynamicNode> nodes =
                verifier().state("a", state -> {}).listener(listener).tests();
        List<DynamicTest> tests = tests(containers(nodes).get(0));
        tests.get(0).getExecutable().execute();
        assertThat(ends).isEmpty();
        assertThat(catchThrowable(() -> tests.get(1).getExecutable().execute())).isInstanceOf(ContractBroken.class);
        nodes.close();

        assertThat(ends).singleElement().satisfies(result -> assertThat(
                        result.interactions().map(InteractionResult::passed))
                .containsExactly(true, false));
    }

    @Test
    void a_failed_pending_interaction_is_an_aborted_test() {
        contracts.contract(
                "web", interaction("x", "\"pending\": true, ", "{\"method\": \"GET\", \"path\": \"/1\"}", USER, ""));

        DynamicTest test = tests(containers(verifier().tests()).get(0)).get(0);

        assertThatThrownBy(() -> test.getExecutable().execute())
                .isInstanceOf(TestAbortedException.class)
                .hasMessageStartingWith("PENDING  web → user-service: x\n");
    }

    @Test
    void problems_are_thrown_before_there_are_tests() {
        assertThatThrownBy(() -> verifier().tests())
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("CONTRACT-NONE  no contracts found");
    }

    @Test
    void the_verifier_works_without_junit_on_the_class_path() throws Exception {
        Set<String> junit = Set.of("junit", "opentest4j", "apiguardian");
        URL[] others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        junit.stream().noneMatch(Path.of(entry).getFileName().toString()::contains))
                .map(DynamicTestsTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Object verifier = loader.loadClass(Verifier.class.getName())
                    .getMethod("of", String.class)
                    .invoke(null, "user-service");

            Throwable verify = catchThrowable(() -> call(verifier, "verify"));
            Throwable tests = catchThrowable(() -> call(verifier, "tests"));

            assertThat(verify).hasMessageStartingWith("CONTRACT-URL  the verifier does not know");
            assertThat(tests).hasMessageStartingWith("CONTRACT-URL  the verifier does not know");
        }
    }

    private static void call(Object object, String method) throws Throwable {
        try {
            object.getClass().getMethod(method).invoke(object);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<DynamicContainer> containers(Stream<DynamicNode> nodes) {
        return nodes.map(DynamicContainer.class::cast).toList();
    }

    private static List<DynamicTest> tests(DynamicContainer container) {
        List<DynamicTest> tests = new ArrayList<>();
        container.getChildren().forEach(child -> tests.add((DynamicTest) child));
        return tests;
    }
}
