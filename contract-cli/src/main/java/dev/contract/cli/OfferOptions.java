package dev.contract.cli;

import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.compare.usage.SeenResponse;
import dev.contract.core.model.Contract;
import dev.contract.openapi.document.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What says what a provider offers. */
@Command
final class OfferOptions {
    @Option(
            names = "--openapi",
            paramLabel = "FILE",
            order = 20,
            description =
                    "What the provider offers by this OpenAPI document, 2.0 to 3.1, JSON or YAML. It names the parameters"
                            + " of paths, too.")
    private @Nullable String openApi;

    @Option(
            names = "--responses",
            paramLabel = "FILE",
            order = 21,
            description =
                    "What the provider offered when it was verified: a report of verify --report json=FILE. May be"
                            + " repeated.")
    private List<String> reports = new ArrayList<>();

    private @Nullable OpenApiDocument document;

    /** The document as it was named; null when none is. */
    @Nullable
    String file() {
        return openApi;
    }

    boolean areGiven() {
        return openApi != null || !reports.isEmpty();
    }

    /** The document, read once; empty when none is named. */
    Optional<OpenApiDocument> document(Surroundings surroundings) {
        if (openApi != null && document == null) {
            document = OpenApiDocument.read(surroundings.path(openApi));
        }
        return Optional.ofNullable(document);
    }

    PathTemplates templates(Surroundings surroundings, List<Contract> contracts) {
        return PathTemplates.of(contracts, document(surroundings).orElse(null));
    }

    /** All that is offered, by one or the other. */
    Offer offer(Surroundings surroundings, PathTemplates templates) {
        List<SeenResponse> responses = reports.stream()
                .flatMap(name -> SeenResponse.inReport(name, NamedFiles.bytes(surroundings, name)).stream())
                .toList();
        return document(surroundings).map(Offer::of).orElse(Offer.NOTHING).and(Offer.of(responses, templates));
    }
}
