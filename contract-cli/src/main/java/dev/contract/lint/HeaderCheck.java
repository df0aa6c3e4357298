package dev.contract.lint;

import dev.contract.core.body.ContentType;
import dev.contract.core.model.Category;
import dev.contract.lint.LintFinding.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers that the software below an application writes: who asks for one exact value asks for one version of somebody's library. */
final class HeaderCheck implements Check {
    private static final String CODE = "LINT-EXACT";

    private static final Set<String> OF_THE_WIRE = Set.of(
            "connection",
            "content-length",
            "keep-alive",
            "traceparent",
            "transfer-encoding",
            "x-correlation-id",
            "x-request-id");

    private static final Set<String> OF_SERVERS = Set.of("age", "date", "server", "via", "x-powered-by");
    private static final Set<String> OF_CLIENTS = Set.of("accept-encoding", "host", "user-agent");

    @Override
    public void check(ContractFile file, Report report) {
        for (Exchange exchange : file.exchanges()) {
            for (Expected part : exchange.parts()) {
                Cover cover = new Cover(part);
                part.headers().forEach((name, values) -> {
                    if (!cover.isFree(Category.HEADER, name)) {
                        exact(exchange, part, name, values, report);
                    }
                });
            }
        }
    }

    private static void exact(Exchange exchange, Expected part, String name, List<String> values, Report report) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean asked = part.kind().isAsked();
        Place place = exchange.place(part, ".headers " + name, "headers", name);
        String found = String.join(", ", values);
        if (OF_THE_WIRE.contains(lower) || (asked ? OF_CLIENTS : OF_SERVERS).contains(lower)) {
            String mend = "leave the header out, or let a rule say what may differ";
            if (asked) {
                report.advice(CODE, "a header that HTTP clients write may not differ", place, found, mend);
            } else {
                report.warning(CODE, "a header that changes from answer to answer may not differ", place, found, mend);
            }
        }
        if (!asked && lower.equals("content-type")) {
            charset(part, place, report);
        }
    }

    /** JSON is UTF-8 and has no such parameter; some servers write it, others do not. */
    private static void charset(Expected part, Place place, Report report) {
        ContentType type = part.headers().contentType().orElse(ContentType.TEXT);
        if (type.isJson() && type.parameter("charset").isPresent()) {
            report.advice(
                    CODE,
                    "a response has to name the charset of its JSON",
                    place,
                    type.toString(),
                    "write " + type.base() + ": it accepts any parameters");
        }
    }
}
