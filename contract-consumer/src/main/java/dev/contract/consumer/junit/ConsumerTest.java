package dev.contract.consumer.junit;

import dev.contract.core.model.SpecVersion;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of tests in which stubs play the services that a consumer calls.
 *
 * <pre>{@code
 * @ConsumerTest(consumer = "order-service", provider = "user-service")
 * class UserClientTest {
 *
 *     @Test
 *     void finds_an_existing_user(Stub users) {
 *         users.given("user user123 exists")
 *                 .uponReceiving("a request for user user123")
 *                 .get("/users/user123")
 *                 .willRespondWith(200, json(object("name", like("Alice"))));
 *
 *         assertThat(new UserClient(users.url()).find("user123").name()).isEqualTo("Alice");
 *     }
 * }
 * }</pre>
 *
 * <p>A {@code Stub} parameter of a test, of its {@code @BeforeEach} and {@code @AfterEach} methods and, with one instance per test,
 * of the constructor is the test's own: a server at an address of its own, on which the test may declare as many interactions as it
 * likes. The test fails unless every one of them was requested, and nothing else was. Tests may run in parallel.
 *
 * <p>A {@code Stub} parameter of {@code @BeforeAll} belongs to the class: its address stays the same for all tests, what is declared on
 * it may be requested by any of them, and it is judged after the last. The tests' own stubs for that provider then answer at that
 * address too, one test at a time.
 *
 * <p>A {@code Messages} parameter, in the same places, is the provider of messages: each of them is handed to the code that the test
 * gives. The test fails when a message was declared and not handed over, or not handled. Requests and messages of one provider go into
 * one contract file, which must be of version 4 then.
 *
 * <p>What the tests that passed have declared is written to one contract file for each provider. When all tests of the class ran and
 * passed, interactions that are no longer declared go from the file; after any other run they stay.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(ConsumerTestExtension.class)
public @interface ConsumerTest {

    /** The name of the calling side. */
    String consumer();

    /** The name of the answering side, for parameters that are not marked {@link Provider}. */
    String provider() default "";

    /**
     * The folder for the contract files, seen from the project's folder.
     *
     * <p>Without it, it is {@code target/contracts} under Maven and {@code build/contracts} under Gradle. The setting
     * {@code contract.directory}, as JUnit configuration parameter or as system property, comes before both, and so does the
     * environment variable {@code CONTRACT_DIRECTORY}.
     */
    String directory() default "";

    /**
     * The version of the Pact specification that the files are written in.
     *
     * <p>What it cannot express is refused with a {@code ContractException} where a test declares it: messages, generators and parameters
     * of states in version 2, for example, or keys, comments and answered messages in version 3. A request beside a message of one
     * provider in version 3, and another class that asks for another version of the same contract, are refused when the second of
     * them is recorded; a nested class that does, before its tests run.
     */
    SpecVersion version() default SpecVersion.V4;

    /**
     * How many other answers than the example each test method is given after it passed: the method runs again, on the same instance, with
     * answers and messages that the contract permits: other numbers, texts and dates, lists of other lengths, fields absent or null.
     * 0 for none.
     *
     * <p>The setting {@code contract.variations}, as JUnit configuration parameter or as system property, comes before it. What is given
     * follows from {@code contract.seed}. A failure names the smallest answer that the consumer does not get along with; an assertion of
     * the test counts as one only if the test has asked {@code givesExample()} or {@code answered(…)}.
     */
    int variations() default 0;

    /**
     * Whether each test method that passed is run again without each field and header of its answers, to find those that nobody reads;
     * they are told at the end of the class. It is run with unknown fields as well, and fails if they matter.
     *
     * <p>The setting {@code contract.knockout}, {@code true} or {@code false}, comes before it.
     */
    boolean knockOut() default false;
}
