package dev.contract.broker.api;

import dev.contract.broker.domain.Environment;
import dev.contract.core.json.JsonObject;

/** An environment as a HAL document. */
final class EnvironmentDocument {
    private EnvironmentDocument() {}

    static JsonObject of(Links links, Environment environment) {
        String self = links.environment(environment);
        return properties(environment)
                .put("contacts", environment.details().contacts())
                .put("createdAt", environment.createdAt())
                .put("updatedAt", environment.updatedAt())
                .link("self", link(links, environment))
                .link("pb:currently-deployed-deployed-versions", self + "/deployed-versions/currently-deployed")
                .link("pb:currently-supported-released-versions", self + "/released-versions/currently-supported")
                .link("pb:environments", links.to("environments"))
                .build();
    }

    static Link link(Links links, Environment environment) {
        return Link.to(links.environment(environment))
                .titled("Environment")
                .named(environment.name().value());
    }

    /** What an environment is, without contacts: how other documents embed it. */
    static Hal properties(Environment environment) {
        return new Hal()
                .put("uuid", environment.uuid())
                .put("name", environment.name().value())
                .put("displayName", environment.displayName())
                .put("production", environment.details().production());
    }

    static JsonObject brief(Links links, Environment environment) {
        return properties(environment).self(links.environment(environment)).build();
    }
}
