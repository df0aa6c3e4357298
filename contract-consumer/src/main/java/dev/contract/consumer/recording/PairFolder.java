package dev.contract.consumer.recording;

import dev.contract.core.format.AtomicFile;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All shards of one consumer and provider, and the contract that is made of them. Used under the lock of its folder. */
final class PairFolder {
    private final Path folder;
    private final Path contractFile;
    private final Pair pair;

    PairFolder(Path directory, Path shards, Pair pair) {
        this.folder = shards.resolve(Pair.unique(pair.consumer())).resolve(Pair.unique(pair.provider()));
        this.contractFile = directory.resolve(pair.fileName());
        this.pair = pair;
    }

    /** The pairs that a class has declared interactions for in earlier runs. */
    static Set<Pair> pairsOf(Path shards, String testClass) throws IOException {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Path consumer : list(shards, "*")) {
            for (Path provider : list(consumer, "*")) {
                Path file = provider.resolve(Shard.fileName(testClass));
                if (Files.exists(file)) {
                    Shard.read(file).ifPresent(shard -> pairs.add(Pair.of(shard.contract())));
                }
            }
        }
        return pairs;
    }

    /** In the order of their names: nothing may depend on how a file system lists. */
    private static List<Path> list(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
                stream.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }

    /** Puts a class's shard in place of its former one, and the contract in place of the former one. */
    void update(ClassEnd end, SpecVersion version) throws IOException {
        refuseForeignFile();
        List<Shard> stored = stored();
        List<Shard> shards = stored.isEmpty() ? before() : stored;
        Renewal renewal = new Renewal(end, end.declared(pair));
        Shard former = shards.stream()
                .filter(shard -> shard.testClass().equals(end.testClass()))
                .findFirst()
                .orElse(Shard.of(end, version, pair));
        List<Shard> renewed = new ArrayList<>();
        renewed.add(Shard.of(end, version, pair).with(renewal.own(former)));
        shards.stream()
                .filter(shard -> !shard.testClass().equals(end.testClass()))
                .map(shard -> renewal.other(shard, version))
                .forEach(renewed::add);
        renewal.refuseConflicts();

        Optional<byte[]> contract = assembled(renewed);
        for (Shard shard : renewed) {
            if (!stored.contains(shard)) {
                shard.save(folder);
            }
        }
        write(contract);
    }

    private List<Shard> stored() throws IOException {
        List<Shard> shards = new ArrayList<>();
        for (Path file : list(folder, "*.json")) {
            Optional<Shard> shard = Shard.read(file);
            if (shard.isEmpty() || shard.get().isAbandoned()) {
                Files.delete(file);
            } else {
                shards.add(shard.get());
            }
        }
        return shards;
    }

    /** What the contract holds while there are no shards. */
    private List<Shard> before() throws IOException {
        return existing().map(Shard::before).stream().toList();
    }

    private Optional<Contract> existing() throws IOException {
        return Files.exists(contractFile)
                ? ContractReader.read(contractFile.toString(), Files.readAllBytes(contractFile))
                        .contract()
                : Optional.empty();
    }

    /** The services a-b and c share a file name with the services a and b-c. */
    private void refuseForeignFile() throws IOException {
        Optional<Pair> other = existing().map(Pair::of).filter(each -> !each.equals(pair));
        if (other.isPresent()) {
            throw new ContractException(Problem.error("CONTRACT-NAMES", "two contracts have the same file name")
                    .at(contractFile.toString())
                    .found("the contract of " + other.get() + ", and now that of " + pair)
                    .mend("rename a service, or write one of them elsewhere with @ConsumerTest(directory = …)"));
        }
    }

    /** The bytes of the contract; empty when it has no interactions. */
    private Optional<byte[]> assembled(List<Shard> shards) {
        SpecVersion version = shards.stream()
                .filter(shard -> !shard.interactions().isEmpty())
                .map(Shard::version)
                .max(SpecVersion::compareTo)
                .orElse(SpecVersion.V4);
        SortedMap<String, Interaction> interactions = new TreeMap<>();
        Contract frame = Contract.of(pair.consumer(), pair.provider(), List.of());
        for (Shard shard : shards.stream()
                .sorted(Comparator.comparing(Shard::isBefore).thenComparing(Shard::testClass))
                .toList()) {
            shard.interactions()
                    .forEach(each -> interactions.merge(Origin.key(each), Origin.withoutTime(each), ClassEnd::united));
            frame = shard.isBefore() ? shard.contract() : frame;
        }
        if (interactions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ContractWriter.write(new Contract(
                pair.consumer(),
                pair.provider(),
                interactions.values().stream().map(Origin::atLine).toList(),
                version,
                frame.metadata(),
                frame.extra().without("shard"))));
    }

    private void write(Optional<byte[]> contract) throws IOException {
        if (contract.isEmpty()) {
            Files.deleteIfExists(contractFile);
        } else if (!Files.exists(contractFile) || !Arrays.equals(contract.get(), Files.readAllBytes(contractFile))) {
            AtomicFile.write(contractFile, contract.get());
        }
    }
}
