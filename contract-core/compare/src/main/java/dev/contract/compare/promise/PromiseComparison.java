package dev.contract.compare.promise;

import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SyncMessage;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.promise.PromiseCheck;
import dev.contract.openapi.promise.PromiseCode;
import dev.contract.openapi.promise.PromiseCode.Severity;
import dev.contract.openapi.promise.PromiseFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a contract relies on and a document does not promise.
 *
 * <pre>{@code
 * PromiseComparison comparison = PromiseComparison.of(contract, document);
 * comparison.errors();   // none: any service that keeps to the document keeps the contract
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param shortfalls in the order of the interactions
 * @param left how many interactions at the end were not looked at, because it would have taken too long
 */
public record PromiseComparison(List<Shortfall> shortfalls, int left) {
    /** Which comparison it is: another one may find more or less, so whoever keeps findings keeps this with them. */
    public static final int VERSION = 1;

    public PromiseComparison {
        shortfalls = List.copyOf(shortfalls);
    }

    /** Compares every interaction; of a hundred findings on one the first are told. */
    public static PromiseComparison of(Contract contract, OpenApiDocument document) {
        return of(contract, document, () -> true);
    }

    /**
     * Compares one interaction after the other, as long as somebody waits for it: what others wrote must not decide how long that is.
     *
     * @param waiting asked before each interaction
     */
    public static PromiseComparison of(Contract contract, OpenApiDocument document, BooleanSupplier waiting) {
        Findings findings = new Findings(new PromiseCheck(document), document);
        List<Shortfall> shortfalls = new ArrayList<>();
        int interactions = contract.interactions().size();
        for (int i = 0; i < interactions; i++) {
            if (!waiting.getAsBoolean()) {
                return new PromiseComparison(shortfalls, interactions - i);
            }
            Interaction interaction = contract.interactions().get(i);
            for (PromiseFinding finding : interaction.fold(findings)) {
                shortfalls.add(Shortfall.of(i, interaction, finding));
            }
        }
        return new PromiseComparison(shortfalls, 0);
    }

    /** What is found of each kind of interaction. */
    private record Findings(PromiseCheck check, OpenApiDocument document)
            implements Interaction.Cases<List<PromiseFinding>> {
        @Override
        public List<PromiseFinding> http(HttpInteraction interaction) {
            return check.check(
                    interaction.request().example(), interaction.response().example());
        }

        @Override
        public List<PromiseFinding> asyncMessage(AsyncMessage message) {
            return notCompared();
        }

        @Override
        public List<PromiseFinding> syncMessage(SyncMessage message) {
            return notCompared();
        }

        private List<PromiseFinding> notCompared() {
            return List.of(new PromiseFinding(
                    PromiseCode.MESSAGE_UNVALIDATABLE,
                    "messages are not compared with OpenAPI documents",
                    "",
                    null,
                    Optional.empty(),
                    document.root()));
        }
    }

    /** What a service breaks that does no more than what the document says. */
    public List<Shortfall> errors() {
        return of(Severity.ERROR);
    }

    /** What is sent beyond the document, or cannot be told exactly. */
    public List<Shortfall> warnings() {
        return of(Severity.WARNING);
    }

    /** What could not be compared, so that nobody knows. */
    public List<Shortfall> notCompared() {
        return of(Severity.INFO);
    }

    private List<Shortfall> of(Severity severity) {
        return shortfalls.stream()
                .filter(each -> each.code().severity() == severity)
                .toList();
    }
}
