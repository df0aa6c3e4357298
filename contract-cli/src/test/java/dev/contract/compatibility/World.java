package dev.contract.compatibility;

import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import io.cucumber.datatable.DataTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the steps of one scenario share. */
public final class World {
    static final String CONSUMER = "c";
    static final String PROVIDER = "p";

    private final Map<Integer, HttpInteraction> interactions = new LinkedHashMap<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<Supplier<Interaction>> declared = new ArrayList<>();
    private SpecVersion version = SpecVersion.V4;
    private Supplier<List<Mismatch>> mismatches = List::of;
    private Path directory;

    /** The version of the feature, which is that of its contracts. */
    SpecVersion version() {
        return version;
    }

    void begin(SpecVersion ofFeature) {
        version = ofFeature;
    }

    void define(int number, HttpInteraction interaction) {
        interactions.put(number, interaction);
    }

    HttpInteraction interaction(int number) {
        HttpInteraction interaction = interactions.get(number);
        if (interaction == null) {
            throw new IllegalArgumentException("no interaction has the number " + number);
        }
        return interaction;
    }

    Contract contractOf(String consumer, List<? extends Interaction> all) {
        return Contract.of(consumer, PROVIDER, all).withVersion(version);
    }

    /** The rows of a table about requests and responses. */
    List<HttpRow> rows(DataTable table) {
        return table.asMaps().stream().map(cells -> new HttpRow(cells, version)).toList();
    }

    /** What differs, as soon as somebody asks. */
    void differs(Supplier<List<Mismatch>> found) {
        mismatches = found;
    }

    List<Mismatch> mismatches() {
        return mismatches.get();
    }

    /** Begins an interaction whose end comes when the contract is generated. */
    void declare(Supplier<Interaction> interaction) {
        declared.add(interaction);
    }

    List<Interaction> declared() {
        return declared.stream().map(Supplier::get).toList();
    }

    /** A folder of this scenario alone. */
    Path directory() {
        try {
            if (directory == null) {
                directory = Files.createTempDirectory("compatibility");
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closed when the scenario ends. */
    <T extends AutoCloseable> T open(T service) {
        opened.push(service);
        return service;
    }

    void end() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        if (directory != null) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
