package dev.contract.openapi.promise;

import dev.contract.openapi.value.BodyFlaws.Flaw;

/** Where in a body a flaw is, as it goes on from the body's own place. */
final class BodyPlace {
    private static final String FIELD = "form field ";

    private BodyPlace() {}

    /** {@code .items[0].id}; {@code ['a field']} in a form; {@code ""} for the whole body. */
    static String of(Flaw flaw) {
        if (flaw.place().startsWith(FIELD)) {
            String name = flaw.place().substring(FIELD.length()).replaceFirst("^\"(.*)\".*$", "$1");
            return PromiseFindings.step(name);
        }
        return flaw.difference().path().substring(1);
    }
}
