package dev.contract.readme;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles Java blocks as a reader would paste them: into a file of their own, into a class, or into a method.
 *
 * <p>What a test has around it anyway is added: imports of the JDK, JUnit and AssertJ, and the services that the manuals speak of.
 * Imports of this project are not: they must stand in the block.
 */
public final class JavaSnippets {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);
    private static final Pattern TYPE =
            Pattern.compile("^(?:\\w+ )*(?:class|record|interface) (\\w+)", Pattern.MULTILINE);

    /** The class around blocks that are no class. */
    public static final String PASTED = "Pasted";

    private static final String USUAL = Stream.of(
                    "java.io.*",
                    "java.math.*",
                    "java.net.*",
                    "java.nio.file.*",
                    "java.time.*",
                    "java.util.*",
                    "java.util.stream.*",
                    "org.junit.jupiter.api.*",
                    "org.junit.jupiter.params.*",
                    "org.junit.jupiter.params.provider.*",
                    "static org.assertj.core.api.Assertions.assertThat",
                    "static org.assertj.core.api.Assertions.assertThatThrownBy",
                    "dev.contract.readme.support.*")
            .map(name -> "import " + name + "; ")
            .collect(Collectors.joining());

    /** Where the variables come from that a manual uses without declaring them. */
    private static final Map<String, String> SURROUNDINGS = Map.of(
            "README.md", "ProviderSide",
            "contract-provider/README.md", "ProviderSide",
            "contract-consumer/README.md", "ConsumerSide",
            "contract-core/README.md", "CoreSide",
            "contract-cli/README.md", "CoreSide");

    private final Path classes;

    /** A compiler that writes into this folder. */
    public JavaSnippets(Path classes) {
        this.classes = classes;
    }

    /**
     * Compiles a block and loads the class that it declares, or that was put around it.
     *
     * @throws AssertionError with the errors, by the lines of the manual
     */
    public Class<?> load(Snippet snippet) {
        Source source = source(snippet);
        compile(snippet, source);
        try {
            URL[] place = {classes.toUri().toURL()};
            return Class.forName(
                    source.type(), false, new URLClassLoader(place, getClass().getClassLoader()));
        } catch (ClassNotFoundException | MalformedURLException e) {
            throw new AssertionError(snippet + ": " + e, e);
        }
    }

    private record Source(String type, String text) {}

    /** The first way to read the block that is grammatical; line breaks stay where they are, so that errors name the right lines. */
    private static Source source(Snippet snippet) {
        String imports = snippet.lines().stream()
                .map(line -> line.startsWith("import ") ? line : "")
                .collect(Collectors.joining("\n"));
        String rest = snippet.lines().stream()
                .map(line -> line.startsWith("import ") ? "" : line)
                .collect(Collectors.joining("\n"));
        int code = (int) rest.lines().takeWhile(String::isBlank).count();
        String head = imports.lines().limit(code).map(line -> line + "\n").collect(Collectors.joining());
        String body = rest.lines().skip(code).collect(Collectors.joining("\n"));
        String usual =
                USUAL + "import static dev.contract.readme.support." + SURROUNDINGS.get(snippet.readme()) + ".*; ";
        List<Source> readings = new ArrayList<>();
        Matcher type = TYPE.matcher(body);
        if (type.find()) {
            readings.add(new Source(type.group(1), usual + head + body));
        }
        readings.add(new Source(PASTED, usual + head + "class " + PASTED + " { " + body + "\n}"));
        readings.add(new Source(
                PASTED,
                usual + head + "class " + PASTED + " { static void run() throws Exception { " + body + "\n} }"));
        return readings.stream()
                .filter(JavaSnippets::isGrammatical)
                .findFirst()
                .orElse(readings.get(readings.size() - 1));
    }

    private static boolean isGrammatical(Source source) {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) task(source, findings, List.of("-proc:none"));
        try {
            task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return errors(findings).isEmpty();
    }

    private void compile(Snippet snippet, Source source) {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-Xlint:all,-serial",
                "-parameters",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString());
        boolean fine = task(source, findings, options).call();
        if (!fine || !findings.getDiagnostics().isEmpty()) {
            throw new AssertionError(findings.getDiagnostics().stream()
                    .map(each -> snippet.readme() + ":" + (snippet.line() + each.getLineNumber() - 1) + ": "
                            + each.getMessage(null))
                    .collect(Collectors.joining("\n")));
        }
    }

    private static JavaCompiler.CompilationTask task(
            Source source, DiagnosticCollector<JavaFileObject> findings, List<String> options) {
        return COMPILER.getTask(new StringWriter(), FILES, findings, options, null, List.of(new InMemory(source)));
    }

    private static List<Diagnostic<? extends JavaFileObject>> errors(DiagnosticCollector<JavaFileObject> findings) {
        return findings.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final Source source;

        InMemory(Source source) {
            super(URI.create("memory:///" + source.type() + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }
    }
}
