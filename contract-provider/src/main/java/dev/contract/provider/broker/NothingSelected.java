package dev.contract.provider.broker;

import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.source.Absence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out why a broker has no contract to verify: asks it what there is instead. */
record NothingSelected(BrokerClient client, String provider, VerificationSelection selection) {

    /** @param known whether the broker knows the provider */
    Absence absence(boolean known) {
        List<String> found = new ArrayList<>(
                selection.words().stream().map(words -> words + ": 0 contracts").toList());
        return known ? notSelected(found) : unknown(found);
    }

    private Absence notSelected(List<String> found) {
        List<String> consumers = ifAnswered(() -> client.consumersOf(provider));
        if (consumers.isEmpty()) {
            found.add("the broker knows " + Quoted.text(provider) + ", but no contract with it");
            return new Absence(found, "publish the contracts of its consumers");
        }
        found.add("the broker has contracts with " + Quoted.text(provider) + " of " + NearNames.listed("", consumers)
                + ", none of them selected");
        return new Absence(
                found,
                "select them, or publish them with the branch, and record the deployments, that are selected;"
                        + " {\"latest\": true} selects the newest of each consumer");
    }

    private Absence unknown(List<String> found) {
        List<String> names = ifAnswered(client::pacticipants);
        found.add("the broker does not know " + Quoted.text(provider)
                + (names.isEmpty() ? ", nor anybody else" : ", but " + NearNames.listed(provider, names)));
        Optional<String> near = NearNames.nearest(provider, names);
        return new Absence(
                found,
                near.map(name -> "is the provider called " + Quoted.text(name) + "?")
                        .orElse("check the name of the provider, or publish the contracts of its consumers"));
    }

    /** It is only for the wording: a broker that does not offer this has said enough. */
    private static List<String> ifAnswered(Supplier<List<String>> question) {
        try {
            return question.get();
        } catch (BrokerException e) {
            return List.of();
        }
    }
}
