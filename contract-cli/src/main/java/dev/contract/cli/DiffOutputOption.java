package dev.contract.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** In which form a comparison is printed. */
@Command
final class DiffOutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json|markdown",
            order = 90,
            description = "For people, for programs, or for people who read it in a pull request.")
    private Form form = Form.TEXT;

    enum Form {
        TEXT,
        JSON,
        MARKDOWN
    }

    Form form() {
        return form;
    }
}
