package dev.contract.consumer.stub;

import dev.contract.core.generating.Seed;
import dev.contract.core.http.HttpResponse;
import java.util.function.UnaryOperator;

/**
 * What all interactions of one set of expectations share.
 *
 * @param seed of every chance
 * @param finish what the stub adds to every response
 * @param scenarios where each of them is
 * @param held the connections that get no answer
 * @param optional whether answers give their optional fields
 * @param showing what is shown in place of examples
 */
record Circumstances(
        Seed seed,
        UnaryOperator<HttpResponse> finish,
        Scenarios scenarios,
        Held held,
        OptionalDuty optional,
        Showing showing) {}
