package dev.contract.provider.report;

import dev.contract.core.secret.Secrets;
import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.Transcript;
import dev.contract.provider.VerificationResult;
import java.util.List;

/**
 * A result as one page that needs nothing else: no script, no request, light and dark as the reader's system is, and all of it can be
 * reached and unfolded by keyboard.
 */
public final class HtmlReport {
    /** Of more failures than this all are folded, so that the page can be overlooked. */
    private static final int MOST_UNFOLDED = 10;

    private static final String STYLE = """
            :root { color-scheme: light dark; --bad: #b3261e; --good: #1b6e3c; --doubtful: #8a5a00; --line: #8884; }
            @media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --good: #7ddc9b; --doubtful: #ffc966; } }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 0 auto; padding: 1rem; }
            table { border-collapse: collapse; }
            th, td { border-bottom: 1px solid var(--line); padding: .25rem 1rem .25rem 0; text-align: left; }
            details { border: 1px solid var(--line); border-radius: .25rem; margin: .5rem 0; padding: .5rem; }
            summary { cursor: pointer; overflow-wrap: anywhere; }
            pre { border: 1px solid var(--line); overflow: auto; max-height: 40rem; padding: .5rem; }
            .failed { color: var(--bad); } .passed { color: var(--good); } .pending { color: var(--doubtful); }
            :focus-visible { outline: .2rem solid; outline-offset: .1rem; }
            """;

    private final StringBuilder html = new StringBuilder();

    private HtmlReport() {}

    /** The whole page, in UTF-8. */
    public static String text(VerificationResult result) {
        HtmlReport report = new HtmlReport();
        report.page(result);
        return report.html.toString();
    }

    private void page(VerificationResult result) {
        String title =
                SafeText.markup(result.provider()) + (result.success() ? " honours" : " breaks") + " its contracts";
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        element("title", title);
        element("style", "\n" + STYLE);
        html.append("</head>\n<body>\n<main>\n");
        element("h1", title);
        contracts(result);
        failures(result);
        warnings(result);
        interactions(result);
        html.append("</main>\n</body>\n</html>\n");
    }

    private void contracts(VerificationResult result) {
        html.append("<table>\n<thead><tr><th scope=\"col\">Contract</th><th scope=\"col\">Verdict</th>")
                .append(
                        "<th scope=\"col\">Interactions</th><th scope=\"col\">Left out</th><th scope=\"col\">Source</th></tr></thead>\n<tbody>\n");
        result.contracts().forEach(this::row);
        html.append("</tbody>\n</table>\n");
    }

    private void row(ContractResult contract) {
        String verdict = contract.success() ? "passed" : "failed";
        html.append("<tr><th scope=\"row\">")
                .append(SafeText.markup(contract.title()))
                .append("</th><td class=\"")
                .append(verdict)
                .append("\">")
                .append(verdict)
                .append("</td><td>")
                .append(Counts.of(contract.interactions().stream()))
                .append("</td><td>")
                .append(contract.leftOut())
                .append("</td><td>")
                .append(SafeText.markup(Secrets.url(contract.source().name())))
                .append("</td></tr>\n");
    }

    private void failures(VerificationResult result) {
        List<InteractionResult> failed =
                result.interactions().filter(each -> !each.passed()).toList();
        if (!failed.isEmpty()) {
            element("h2", "Failures");
            failed.forEach(each -> failure(each, failed.size() <= MOST_UNFOLDED));
        }
    }

    private void failure(InteractionResult result, boolean unfolded) {
        html.append(unfolded ? "<details open>\n" : "<details>\n")
                .append("<summary class=\"")
                .append(verdict(result))
                .append("\">")
                .append(SafeText.markup(result.report().lines().findFirst().orElse("")))
                .append("</summary>\n");
        text(result.report());
        result.exchange().ifPresent(this::exchange);
        html.append("</details>\n");
    }

    private void exchange(Transcript exchange) {
        html.append("<details>\n<summary>The whole exchange</summary>\n");
        element("h3", "Request");
        text(exchange.request());
        element("h3", "Response");
        text(exchange.response().isEmpty() ? "none" : exchange.response());
        html.append("</details>\n");
    }

    private void warnings(VerificationResult result) {
        List<String> warnings = Warnings.texts(result);
        if (!warnings.isEmpty()) {
            element("h2", "Warnings");
            warnings.forEach(this::text);
        }
    }

    private void interactions(VerificationResult result) {
        element("h2", "All interactions");
        for (ContractResult contract : result.contracts()) {
            html.append("<details>\n<summary>")
                    .append(SafeText.markup(contract.title()))
                    .append("</summary>\n<ul>\n");
            for (InteractionResult each : contract.interactions()) {
                html.append("<li><span class=\"")
                        .append(verdict(each))
                        .append("\">")
                        .append(verdict(each))
                        .append("</span> ")
                        .append(SafeText.markup(each.interaction().description()))
                        .append("</li>\n");
            }
            html.append("</ul>\n</details>\n");
        }
    }

    private static String verdict(InteractionResult result) {
        return result.passed() ? "passed" : result.pending() ? "pending" : "failed";
    }

    /** Can be reached by keyboard, because it may have to be scrolled. */
    private void text(String text) {
        html.append("<pre tabindex=\"0\">").append(SafeText.markup(text)).append("</pre>\n");
    }

    private void element(String name, String markup) {
        html.append('<')
                .append(name)
                .append('>')
                .append(markup)
                .append("</")
                .append(name)
                .append(">\n");
    }
}
