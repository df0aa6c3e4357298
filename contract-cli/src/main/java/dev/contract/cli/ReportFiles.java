package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.core.format.AtomicFile;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.report.GitHubReport;
import dev.contract.provider.report.GitLabReport;
import dev.contract.provider.report.HtmlReport;
import dev.contract.provider.report.JUnitXmlReport;
import dev.contract.provider.report.JsonReport;
import dev.contract.provider.report.MarkdownReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files into which a verification is reported, checked before anything runs. */
final class ReportFiles {
    private final List<ReportFile> files = new ArrayList<>();

    /** Without a file a report goes to the standard output. */
    private record ReportFile(@Nullable Path file, Function<VerificationResult, String> text) {}

    private ReportFiles() {}

    /**
     * The files of texts such as {@code junit=FILE}.
     *
     * @throws WrongUsage if one has no such form
     */
    static ReportFiles of(List<String> reports, Surroundings surroundings) {
        ReportFiles files = new ReportFiles();
        for (String report : reports) {
            NamedValue parsed = NamedValue.parse("--report", report, '=');
            Path file = parsed.value().equals("-") ? null : surroundings.path(parsed.value());
            files.files.add(new ReportFile(file, text(parsed.name())));
        }
        return files;
    }

    /**
     * Writes all that can be written.
     *
     * @throws ContractException with what cannot
     */
    void write(VerificationResult result, Console console) {
        List<Problem> problems = new ArrayList<>();
        for (ReportFile each : files) {
            try {
                write(each, result, console);
            } catch (ContractException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
    }

    private static void write(ReportFile report, VerificationResult result, Console console) {
        String text = report.text().apply(result);
        if (report.file() == null) {
            console.result(text.stripTrailing());
        } else {
            AtomicFile.write(report.file(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Function<VerificationResult, String> text(String kind) {
        return switch (kind) {
            case "junit" -> JUnitXmlReport::text;
            case "json" -> JsonReport::text;
            case "markdown" -> MarkdownReport::text;
            case "html" -> HtmlReport::text;
            case "github" -> GitHubReport::text;
            case "gitlab" -> GitLabReport::text;
            default ->
                throw new WrongUsage(
                        "--report is junit=FILE, json=FILE, markdown=FILE, html=FILE, github=FILE or gitlab=FILE, not "
                                + kind);
        };
    }
}
