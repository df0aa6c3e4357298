package dev.contract.compatibility;

import dev.contract.core.format.ContractWriter;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.MissingStates;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.Verifier;
import dev.contract.provider.source.ContractSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The verifier of one scenario, and what came of it. */
public final class Verification {
    private final World world;
    private final Verifier verifier = Verifier.of(World.PROVIDER).missingStates(MissingStates.IGNORE);
    private final List<String> happened = new ArrayList<>();
    private final List<Consumer<VerificationResult>> publishers = new ArrayList<>();
    private VerificationResult result = new VerificationResult(World.PROVIDER, List.of(), List.of());
    private List<Problem> refused = List.of();

    public Verification(World world) {
        this.world = world;
        verifier.request(request -> {
            happened("request");
            return request;
        });
    }

    Verifier verifier() {
        return verifier;
    }

    /** Notes something in its order: a request, a call for a state. */
    synchronized void happened(String what) {
        happened.add(what);
    }

    synchronized List<String> happened() {
        return List.copyOf(happened);
    }

    /** A contract file with one interaction. */
    void addFile(int number, Interaction interaction) {
        Path file = world.directory().resolve("c_" + number + ".json");
        try {
            Files.write(file, ContractWriter.write(world.contractOf("c_" + number, List.of(interaction))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        verifier.contractsFrom(ContractSource.file(file));
    }

    /** Something to be done with the result. */
    void whenDone(Consumer<VerificationResult> publisher) {
        publishers.add(publisher);
    }

    void run() {
        try {
            result = verifier.verify();
        } catch (ContractException e) {
            refused = e.problems();
        }
        publishers.forEach(publisher -> publisher.accept(result));
    }

    VerificationResult result() {
        return result;
    }

    /** Why nothing could be verified at all; none when the verification was run. */
    List<Problem> refused() {
        return refused;
    }
}
