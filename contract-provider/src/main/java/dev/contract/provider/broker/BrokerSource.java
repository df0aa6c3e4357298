package dev.contract.provider.broker;

import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The contracts that a broker wants verified, as a source for the verifier.
 *
 * <p>Remembers what it fetched, because results are published to the links that came with a contract. Thread-safe.
 */
public final class BrokerSource implements ContractSource {
    private final BrokerClient client;
    private final String name;
    private final VerificationSelection selection;
    private final Map<String, FetchedContract> fetched = new ConcurrentHashMap<>();

    /**
     * The contracts of a broker.
     *
     * @param name what the user calls the broker: its address
     */
    public BrokerSource(BrokerClient client, String name, VerificationSelection selection) {
        this.client = client;
        this.name = name;
        this.selection = selection;
    }

    @Override
    public String name() {
        return "broker " + name;
    }

    @Override
    public LoadedContracts load(String provider) {
        try {
            return loaded(selected(provider));
        } catch (ContractException e) {
            return new LoadedContracts(List.of(), e.problems());
        }
    }

    private LoadedContracts loaded(List<SelectedContract> wanted) {
        List<LocatedContract> contracts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try {
            for (SelectedContract each : wanted) {
                read(each, problems).ifPresent(contracts::add);
            }
        } catch (ContractException e) {
            problems.addAll(e.problems());
        }
        return new LoadedContracts(contracts, problems);
    }

    /** One contract of the broker, whatever the broker wants verified; its result can be published, too. */
    public ContractSource only(String url) {
        return new ContractSource() {
            @Override
            public String name() {
                return "URL " + url;
            }

            @Override
            public LoadedContracts load(String provider) {
                return loaded(List.of(new SelectedContract(url, "", url, false, false, List.of())));
            }
        };
    }

    /** The document in which this contract came; empty when it came from elsewhere. */
    public Optional<FetchedContract> fetched(LocatedContract contract) {
        return Optional.ofNullable(fetched.get(contract.address()));
    }

    /** None for a provider that the broker has never heard of: nobody wants anything of it yet. */
    private List<SelectedContract> selected(String provider) {
        try {
            return client.contractsToVerify(provider, selection);
        } catch (BrokerException e) {
            if (e.status() == 404) {
                return List.of();
            }
            throw e;
        }
    }

    private Optional<LocatedContract> read(SelectedContract selected, List<Problem> problems) {
        FetchedContract contract = client.fetch(selected.url());
        fetched.put(selected.url(), contract);
        ReadResult read = ContractReader.read(selected.name(), contract.body().bytes());
        problems.addAll(read.problems());
        boolean pending = selected.pending() || selected.workInProgress();
        List<String> notices = selected.notices().stream()
                .filter(notice -> pending && notice.type().equals("before_verification"))
                .map(Notice::text)
                .toList();
        return read.contract()
                .map(each ->
                        new LocatedContract(each, selected.name(), selected.url(), pending, notices, contract.links()));
    }
}
