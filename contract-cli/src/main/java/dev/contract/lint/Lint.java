package dev.contract.lint;

import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.model.Contract;
import dev.contract.core.problem.ContractException;
import java.util.List;

/**
 * Looks through one contract file.
 *
 * <pre>{@code
 * LintResult result = Lint.check("contracts/web-users.json", Files.readAllBytes(file));
 * result.findings().forEach(System.out::println);
 * }</pre>
 *
 * <p>Thread-safe: nothing is kept between calls.
 */
public final class Lint {
    private static final List<Check> CHECKS = List.of(
            new AttributeCheck(),
            new ExampleCheck(),
            new TargetCheck(),
            new GeneratorCheck(),
            new IdentityCheck(),
            new LookAlikeCheck(),
            new RegexCheck(),
            new FormatCheck(),
            new SecretCheck(),
            new FreshValueCheck(),
            new HeaderCheck(),
            new BodyCheck(),
            new StateCheck());

    private Lint() {}

    /**
     * Everything that is to be said about a file, however bad it is.
     *
     * @param source what findings call the file: a path as the user gave it
     * @param bytes UTF-8, with or without byte-order mark
     * @throws ContractException if the schema library, which is optional, is not on the class path
     */
    public static LintResult check(String source, byte[] bytes) {
        ReadResult read = ContractReader.read(source, bytes);
        Report report = new Report();
        FileCheck whole = new FileCheck(source);
        whole.problems(read.problems(), report);
        Contract contract = read.contract().orElse(null);
        JsonObject written = written(source, bytes);
        if (contract == null) {
            return new LintResult(false, 0, report.findings());
        }
        whole.schema(written, contract.version(), report);
        ContractFile file = ContractFile.of(source, written, contract, whole.badlyRuled());
        CHECKS.forEach(check -> check.check(file, report));
        return new LintResult(true, contract.interactions().size(), report.findings());
    }

    private static JsonObject written(String source, byte[] bytes) {
        try {
            return JsonReader.readLocated(source, bytes).root().asObject().orElse(JsonObject.EMPTY);
        } catch (JsonSyntaxException e) {
            return JsonObject.EMPTY;
        }
    }
}
