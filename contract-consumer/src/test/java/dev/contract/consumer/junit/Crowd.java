package dev.contract.consumer.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.Stub;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Twelve test classes that write into the same two contracts, and a program that runs some of them in four threads. */
final class Crowd {
    static final int CLASSES = 12;

    /** Five tests of each class, and one that they share. */
    static final int INTERACTIONS = CLASSES * 5 + 1;

    private static final Map<String, String> FOUR_THREADS = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    private Crowd() {}

    /** Runs the classes of these numbers; their contracts go to the folder that comes first. Ends with 1 when a test failed. */
    public static void main(String... arguments) {
        DiscoverySelector[] selectors = new DiscoverySelector[arguments.length - 1];
        for (int i = 1; i < arguments.length; i++) {
            selectors[i - 1] = DiscoverySelectors.selectClass(Crowd.class.getName() + "$Class" + arguments[i]);
        }
        Map<String, String> failures =
                Launch.of(Path.of(arguments[0]), FOUR_THREADS, selectors).failures();
        failures.forEach((test, failure) -> System.err.println(test + ": " + failure));
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    @LaunchedOnly
    @ConsumerTest(consumer = "shop", provider = "users")
    abstract static class Base {
        private void ask(Stub stub, String path) {
            stub.given("all is well")
                    .uponReceiving("a request for " + path)
                    .get(path)
                    .willRespondWith(200);
            assertThat(Client.get(stub.url() + path)).isEqualTo("200");
        }

        private String own(String name) {
            return "/" + getClass().getSimpleName() + "/" + name;
        }

        @Test
        void asks(Stub users) {
            ask(users, own("one"));
            ask(users, own("two"));
        }

        @Test
        void asks_another_provider(@Provider("mails") Stub mails) {
            ask(mails, own("mail"));
            ask(mails, "/common");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void asks_by_rows(String row, Stub users) {
            ask(users, own(row));
            ask(users, "/common");
        }

        @Nested
        class Inside {
            @Test
            void asks_deeper(Stub users) {
                ask(users, own("deep"));
            }
        }
    }

    static class Class1 extends Base {}

    static class Class2 extends Base {}

    static class Class3 extends Base {}

    static class Class4 extends Base {}

    static class Class5 extends Base {}

    static class Class6 extends Base {}

    static class Class7 extends Base {}

    static class Class8 extends Base {}

    static class Class9 extends Base {}

    static class Class10 extends Base {}

    static class Class11 extends Base {}

    static class Class12 extends Base {}
}
