package dev.contract.provider.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.problem.ContractException;
import dev.contract.provider.Verifier;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSkeletonTest {
    @TempDir
    private Path directory;

    private static CataloguedState state(String name, List<StateParameter> parameters, String... interactions) {
        return new CataloguedState(
                name,
                List.of(name),
                parameters,
                List.of(interactions).stream()
                        .map(each -> new StateUse("web", each, name, "web.json:3:1"))
                        .toList());
    }

    private static StateParameter parameter(String name, ParameterType... types) {
        return new StateParameter(name, EnumSet.copyOf(List.of(types)), true);
    }

    /** Compiles without a warning and adds the handlers to a verifier. */
    private Verifier handlersOf(String type, String java) throws Exception {
        Path source = directory.resolve(type + ".java");
        Files.writeString(source, java);
        assertThat(compiled(source)).isEmpty();
        URL[] place = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, getClass().getClassLoader())) {
            Method addTo = Class.forName(type, true, loader).getDeclaredMethod("addTo", Verifier.class);
            addTo.setAccessible(true);
            return (Verifier) addTo.invoke(null, Verifier.of("users"));
        }
    }

    private List<String> compiled(Path source) throws IOException {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none", "-Xlint:all", "-cp", System.getProperty("java.class.path"), "-d", directory.toString());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(findings, null, StandardCharsets.UTF_8)) {
            compiler.getTask(null, files, findings, options, null, files.getJavaFileObjects(source))
                    .call();
        }
        return findings.getDiagnostics().stream()
                .filter(each -> each.getSource() != null)
                .map(Diagnostic::toString)
                .toList();
    }

    @Test
    void reads_each_parameter_by_its_types() throws Exception {
        String java = JavaSkeleton.of(
                "user-service",
                List.of(
                        state("no users", List.of(), "a", "b", "c", "d", "e"),
                        state(
                                "user {id} exists",
                                List.of(
                                        parameter("id", ParameterType.INTEGER),
                                        parameter("name", ParameterType.STRING, ParameterType.NUMBER),
                                        parameter("is-active", ParameterType.BOOLEAN),
                                        parameter("class", ParameterType.OBJECT),
                                        new StateParameter("note", Set.of(ParameterType.STRING), false)),
                                "get a user")));

        assertThat(java).isEqualTo("""
                import dev.contract.core.json.JsonValue;
                import dev.contract.provider.Verifier;
                import java.util.Optional;

                /** Brings the provider into the states that its consumers name. */
                final class UserServiceStates {
                    private UserServiceStates() {}

                    static Verifier addTo(Verifier verifier) {
                        // web: "a", web.json:3:1
                        // web: "b", web.json:3:1
                        // web: "c", web.json:3:1
                        // and 2 more
                        verifier.state("no users", state -> {
                            throw new UnsupportedOperationException("nobody has written this handler yet");
                        });

                        // web: "get a user", web.json:3:1
                        verifier.state("user {id} exists", state -> {
                            long id = state.integer("id");
                            String name = state.string("name");
                            boolean isActive = state.bool("is-active");
                            JsonValue theClass = state.value("class").orElseThrow();
                            Optional<JsonValue> note = state.value("note");
                            throw new UnsupportedOperationException("nobody has written this handler yet");
                        });

                        return verifier;
                    }
                }
                """);
        assertThatThrownBy(() -> handlersOf("UserServiceStates", java).state("no users", state -> {}))
                .hasMessageContaining("two handlers for provider state \"no users\"");
    }

    @Test
    void compiles_whatever_the_names_hold() throws Exception {
        List<String> names = List.of(
                "quotes \" and \\ and \\u0022",
                "line\nfeed \\u000a } */ int x; // \r\t",
                "\u0000\u001b[31m \u2028 \u202e turned",
                "\ud83d\ude00 \ud800 alone",
                "");
        List<StateParameter> parameters = List.of(
                parameter("1st", ParameterType.STRING),
                parameter("state", ParameterType.NULL),
                parameter("verifier", ParameterType.ARRAY),
                parameter("_", ParameterType.STRING),
                parameter("a b", ParameterType.INTEGER),
                parameter("a-b", ParameterType.INTEGER),
                parameter("\"); System.exit(1); (\"", ParameterType.STRING),
                parameter("\u00fc", ParameterType.STRING));

        String java = JavaSkeleton.of(
                "42 \"*/ users",
                names.stream().map(name -> state(name, parameters, name)).toList());

        Verifier verifier = handlersOf("Provider42UsersStates", java);
        String refused = names.stream().map(name -> twice(verifier, name)).collect(Collectors.joining());
        assertThat(refused).isEmpty();
    }

    /** Empty when there is a handler of exactly this name. */
    private static String twice(Verifier verifier, String name) {
        try {
            verifier.state(name, state -> {});
            return name + " has no handler; ";
        } catch (ContractException e) {
            return "";
        }
    }

    @Test
    void of_no_states_is_a_class_all_the_same() throws Exception {
        assertThat(handlersOf("ProviderStates", JavaSkeleton.of("", List.of()))).isNotNull();
    }
}
