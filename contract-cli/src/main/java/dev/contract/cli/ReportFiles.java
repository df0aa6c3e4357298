package dev.contract.cli;

import dev.contract.core.format.AtomicFile;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.report.JUnitXmlReport;
import dev.contract.provider.report.JsonReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The files into which a verification is reported, checked before anything runs. */
final class ReportFiles {
    private final List<ReportFile> files = new ArrayList<>();

    private record ReportFile(Path file, Function<VerificationResult, String> text) {}

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
            files.files.add(new ReportFile(surroundings.path(parsed.value()), text(parsed.name())));
        }
        return files;
    }

    void write(VerificationResult result) {
        for (ReportFile each : files) {
            AtomicFile.write(each.file(), each.text().apply(result).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Function<VerificationResult, String> text(String kind) {
        return switch (kind) {
            case "junit" -> JUnitXmlReport::text;
            case "json" -> JsonReport::text;
            default -> throw new WrongUsage("--report is junit=FILE or json=FILE, not " + kind);
        };
    }
}
