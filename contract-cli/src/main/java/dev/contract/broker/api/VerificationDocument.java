package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.core.json.JsonObject;
import java.util.Optional;

/** A verification result as a HAL document. */
final class VerificationDocument {
    private VerificationDocument() {}

    static JsonObject of(Call call, Pact pact, Verification result) {
        Links links = call.links();
        VerificationDetails details = call.kept().verifications().details(result.number());
        String self = links.verification(pact, result.number());
        Hal hal = new Hal()
                .put("providerName", pact.provider().toString())
                .put("providerApplicationVersion", result.provider().number().value())
                .put("success", result.success())
                .put("verificationDate", result.verifiedAt())
                .put("buildUrl", result.buildUrl());
        if (result.wip()) {
            hal.put("wip", true);
        }
        Optional.ofNullable(result.pending()).ifPresent(pending -> hal.put("pending", pending));
        Optional.ofNullable(details.testResults()).ifPresent(value -> hal.put("testResults", value));
        Optional.ofNullable(details.verifiedBy()).ifPresent(value -> hal.put("verifiedBy", value));
        return hal.link(
                        "self",
                        Link.to(self)
                                .titled("Verification result")
                                .named("Verification result " + result.number() + " for " + pact.title()))
                .link(
                        "pb:pact-version",
                        Link.to(links.pact(pact)).titled("Pact").named(pact.title()))
                .link("pb:triggered-webhooks", self + "/triggered-webhooks")
                .build();
    }
}
