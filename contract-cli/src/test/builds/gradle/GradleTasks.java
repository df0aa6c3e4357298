import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradle.api.Action;
import org.gradle.api.Project;
import org.gradle.api.Task;
import org.gradle.api.tasks.testing.Test;
import org.gradle.testfixtures.ProjectBuilder;

/**
 * Reads a {@code build.gradle} by Gradle's own classes, and runs some of its tasks, without those that they depend on.
 *
 * <p>Gradle cannot be fetched as a library, but for the jar with which plugins of it are compiled and tested. That has no launcher, and nothing
 * that compiles or tests by itself; scripts, dependencies and tasks such as {@code JavaExec} are the real ones.
 *
 * <p>The arguments are the project's directory, the property {@code commit}, and tasks. In place of the task {@code test}, which would need a
 * process of Gradle's own, it prints the class path to run tests with.
 */
public final class GradleTasks {
    private static final String PLUGINS = "plugins {\n    id 'java'\n}\n";

    private GradleTasks() {}

    public static void main(String... arguments) {
        try {
            run(Path.of(arguments[0]).toAbsolutePath(), arguments[1], List.of(arguments).subList(2, arguments.length));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0); // Gradle leaves threads behind
    }

    private static void run(Path directory, String commit, List<String> tasks) throws Exception {
        Project project = ProjectBuilder.builder()
                .withProjectDir(directory.toFile())
                .withName(directory.getFileName().toString())
                .withGradleUserHomeDir(directory.resolve("home").toFile())
                .build();
        project.getExtensions().getExtraProperties().set("commit", commit);
        apply(project, directory);
        for (String task : tasks) {
            run(project, task);
        }
    }

    /** Only Gradle as a whole takes a script with {@code plugins} in it. */
    private static void apply(Project project, Path directory) throws Exception {
        String script = Files.readString(directory.resolve("build.gradle"));
        if (!script.startsWith(PLUGINS)) {
            throw new IllegalArgumentException("build.gradle begins otherwise than with " + PLUGINS);
        }
        project.getPluginManager().apply("java");
        Path rest = Files.writeString(directory.resolve("rest.gradle"), script.substring(PLUGINS.length()));
        project.apply(plan -> plan.from(rest.toFile()));
    }

    private static void run(Project project, String name) {
        Task task = project.getTasks().getByName(name);
        if (task instanceof Test test) {
            System.out.println(test.getTestFramework().getClass().getSimpleName());
            System.out.println(test.getClasspath().getAsPath());
            return;
        }
        task.getOutputs().getFiles().forEach(output -> output.getParentFile().mkdirs());
        List<Action<? super Task>> actions = task.getActions();
        actions.forEach(action -> action.execute(task));
    }
}
