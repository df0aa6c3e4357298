package dev.contract.consumer.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a test class belongs: the folder of its project and the one that its build tool writes to.
 *
 * <p>The place of the class decides, because development environments start tests in any working folder: {@code
 * shop/orders/target/test-classes} belongs to Maven, {@code shop/orders/build/classes/java/test} to Gradle. Immutable.
 */
record BuildLayout(Path project, String output) {
    private static final String MAVEN = "target";
    private static final String GRADLE = "build";

    static BuildLayout of(Class<?> testClass) {
        String classes = ClassEnd.classes(testClass);
        return classes.isEmpty() ? in(Path.of("")) : of(Path.of(classes));
    }

    /** The layout around a folder of compiled classes: the innermost folder named after an output decides. */
    static BuildLayout of(Path classes) {
        for (Path each = classes; each != null; each = each.getParent()) {
            Path name = each.getFileName();
            Path parent = each.getParent();
            boolean output = name != null
                    && (name.toString().equals(MAVEN) || name.toString().equals(GRADLE));
            if (output && parent != null) {
                return new BuildLayout(parent, name.toString());
            }
        }
        return in(Path.of(""));
    }

    /** By what stands in a project's folder. */
    static BuildLayout in(Path project) {
        boolean maven = Files.exists(project.resolve("pom.xml")) || Files.isDirectory(project.resolve(MAVEN));
        boolean gradle = Files.exists(project.resolve("build.gradle"))
                || Files.exists(project.resolve("build.gradle.kts"))
                || Files.isDirectory(project.resolve(GRADLE));
        return new BuildLayout(project, gradle && !maven ? GRADLE : MAVEN);
    }

    /** The folder for contracts; see {@link ContractFolder#of}. */
    Path contracts(String asked) {
        return setting()
                .or(() -> asked.isBlank() ? Optional.empty() : Optional.of(project.resolve(asked)))
                .orElseGet(() -> project.resolve(output).resolve("contracts"));
    }

    private static Optional<Path> setting() {
        return Optional.ofNullable(System.getProperty(ContractFolder.PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv("CONTRACT_DIRECTORY")))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
