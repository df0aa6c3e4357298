package dev.contract.consumer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLayoutTest {

    @TempDir
    Path project;

    @Test
    void a_class_below_target_belongs_to_maven() {
        BuildLayout layout = BuildLayout.of(project.resolve("target/test-classes"));

        assertThat(layout.contracts("")).isEqualTo(project.resolve("target/contracts"));
        assertThat(layout.contracts("src/contracts")).isEqualTo(project.resolve("src/contracts"));
    }

    @Test
    void a_class_below_build_belongs_to_gradle() {
        assertThat(BuildLayout.of(project.resolve("build/classes/java/test")).contracts(""))
                .isEqualTo(project.resolve("build/contracts"));
    }

    @Test
    void elsewhere_the_files_of_the_project_decide() throws IOException {
        assertThat(BuildLayout.in(project).contracts("")).isEqualTo(project.resolve("target/contracts"));

        Files.createFile(project.resolve("build.gradle.kts"));
        assertThat(BuildLayout.in(project).contracts("")).isEqualTo(project.resolve("build/contracts"));

        Files.createFile(project.resolve("pom.xml"));
        assertThat(BuildLayout.in(project).contracts("")).isEqualTo(project.resolve("target/contracts"));
    }
}
