package dev.contract.lint;

import dev.contract.core.secret.LikelySecret;
import java.util.Optional;

/** A contract is published and kept for years: nothing in it may open a door. */
final class SecretCheck implements Check {
    private static final int SHOWN = 4;

    @Override
    public void check(ContractFile file, Report report) {
        for (Exchange exchange : file.exchanges()) {
            for (Value value : Value.of(exchange)) {
                LikelySecret.in(value.name(), value.text()).ifPresent(kind -> tell(kind, value, report));
            }
        }
    }

    private static void tell(String kind, Value value, Report report) {
        report.hide(value.text());
        report.warning("LINT-SECRET", "a value looks like " + kind, value.place(), hidden(value.text()), mend(value));
    }

    private static String mend(Value value) {
        String mend = "write an example that opens nothing, with a regex rule for its shape";
        return value.isHeader() ? mend + "; verifiers can be given the real header" : mend;
    }

    /** The finding must not spread what it warns of. */
    private static String hidden(String text) {
        return Optional.of(text)
                .filter(it -> it.length() > SHOWN * 2)
                .map(it -> "\"" + it.substring(0, SHOWN).replaceAll("[^\\p{Graph} ]", "?") + "…\", " + it.length()
                        + " characters")
                .orElse(text.length() + " characters");
    }
}
