package dev.contract.provider.broker;

import dev.contract.core.json.JsonObject;
import java.util.Optional;

/**
 * The contract of one version of a consumer, as a broker lists it.
 *
 * <p>Immutable.
 *
 * @param number of the consumer's version
 * @param createdAt when it was published, as the broker writes it; {@code ""} when it does not say
 * @param url where the contract is fetched from
 */
public record ContractVersion(String number, String createdAt, String url) {

    /** Empty when it lacks a number or an address. */
    static Optional<ContractVersion> of(JsonObject pact) {
        Optional<String> number = pact.object("_embedded")
                .flatMap(embedded -> embedded.object("consumerVersion"))
                .flatMap(version -> version.string("number"));
        Optional<Link> self = new HalDocument(pact, "").find("self");
        return number.flatMap(text -> self.map(
                link -> new ContractVersion(text, pact.string("createdAt").orElse(""), link.href())));
    }
}
