package dev.contract.provider.source;

import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One contract file. */
record FileSource(Path file) implements ContractSource {

    @Override
    public String name() {
        return "file " + file;
    }

    @Override
    public LoadedContracts load(String provider) {
        try {
            return contracts(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return failed(Problem.error("CONTRACT-FILE", "there is no such contract file")
                    .at(file.toString())
                    .found("nothing at " + file.toAbsolutePath().normalize())
                    .mend("check the path; it is relative to the directory in which the verification runs"));
        } catch (IOException e) {
            return failed(Problem.error("CONTRACT-FILE", "the contract file cannot be read")
                    .at(file.toString())
                    .found(e.toString()));
        }
    }

    /** The contracts of many files, in their order; read on all cores, for there may be hundreds. */
    static LoadedContracts all(List<Path> files, String provider) {
        List<LoadedContracts> loaded = files.parallelStream()
                .map(file -> new FileSource(file).load(provider))
                .toList();
        return new LoadedContracts(
                loaded.stream().flatMap(each -> each.contracts().stream()).toList(),
                loaded.stream().flatMap(each -> each.problems().stream()).toList());
    }

    /** The contract in these bytes, under the name of its source. */
    static LoadedContracts contracts(String name, byte[] bytes) {
        return contracts(name, name, bytes);
    }

    /** As {@link #contracts(String, byte[])}, where the name keeps something of the address to itself. */
    static LoadedContracts contracts(String name, String address, byte[] bytes) {
        ReadResult result = ContractReader.read(name, bytes);
        boolean broken = result.problems().stream().anyMatch(Problem::isError);
        List<LocatedContract> contracts = result.contract().stream()
                .filter(contract -> !broken)
                .map(contract -> new LocatedContract(contract, name, address, false, List.of(), Map.of()))
                .toList();
        return new LoadedContracts(contracts, result.problems());
    }

    static LoadedContracts failed(Problem problem) {
        return new LoadedContracts(List.of(), List.of(problem));
    }
}
