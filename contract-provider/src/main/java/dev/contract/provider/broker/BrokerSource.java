package dev.contract.provider.broker;

import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.ContractResult;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LoadedContracts;
import dev.contract.provider.source.LocatedContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The contracts that a broker wants verified, as a source for the verifier; and the way back for the results.
 *
 * <pre>{@code
 * BrokerSource broker = BrokerSource.at(HttpBrokerTransport.to("https://broker.example").bearer(token), VerificationSelection.DEFAULT);
 * Verifier.of("orders").contractsFrom(broker).listener(broker.publisher(ProviderVersion.of("7f3c2a1").withBranch("main")))
 * }</pre>
 *
 * <p>Remembers what it fetched, because results are published to the links that came with a contract. Thread-safe.
 */
public final class BrokerSource implements ContractSource {
    private static final String BEFORE = "before_verification";

    private final Supplier<Session> sessions;
    private final String name;
    private final VerificationSelection selection;
    private final Map<String, Delivery> delivered = new ConcurrentHashMap<>();

    /** Why a contract came, and the document. */
    private record Delivery(SelectedContract selected, FetchedContract document) {}

    private BrokerSource(Supplier<Session> sessions, String name, VerificationSelection selection) {
        this.sessions = sessions;
        this.name = name;
        this.selection = selection;
    }

    /**
     * The contracts of a broker, over a transport that somebody else closes, after the results are published.
     *
     * @param name what the user calls the broker: its address
     */
    public BrokerSource(BrokerClient client, String name, VerificationSelection selection) {
        this(() -> new Session(client, () -> {}), name, selection);
    }

    /** The contracts of a broker that is reached over HTTP. Connections are open only while the broker is asked. */
    public static BrokerSource at(HttpBrokerTransport.Builder broker, VerificationSelection selection) {
        return new BrokerSource(() -> Session.over(broker), broker.base(), selection);
    }

    @Override
    public String name() {
        return "broker " + name;
    }

    @Override
    public LoadedContracts load(String provider) {
        List<Problem> problems = new ArrayList<>(selection.problems());
        if (problems.stream().anyMatch(Problem::isError)) {
            return new LoadedContracts(List.of(), problems);
        }
        try (Session session = sessions.get()) {
            Optional<List<SelectedContract>> wanted = session.client().findContractsToVerify(provider, selection);
            List<LocatedContract> contracts = loaded(session.client(), wanted.orElse(List.of()), problems);
            return contracts.isEmpty() && problems.stream().noneMatch(Problem::isError)
                    ? new LoadedContracts(
                            contracts,
                            problems,
                            new NothingSelected(session.client(), provider, selection).absence(wanted.isPresent()))
                    : new LoadedContracts(contracts, problems);
        } catch (ContractException e) {
            problems.addAll(e.problems());
            return new LoadedContracts(List.of(), problems);
        }
    }

    private List<LocatedContract> loaded(BrokerClient client, List<SelectedContract> wanted, List<Problem> problems) {
        List<LocatedContract> contracts = new ArrayList<>();
        try {
            for (SelectedContract each : wanted) {
                read(client, each, problems).ifPresent(contracts::add);
            }
        } catch (ContractException e) {
            problems.addAll(e.problems());
        }
        return contracts;
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
                List<Problem> problems = new ArrayList<>();
                try (Session session = sessions.get()) {
                    SelectedContract it = new SelectedContract(url, "", url, false, false, List.of());
                    return new LoadedContracts(loaded(session.client(), List.of(it), problems), problems);
                } catch (ContractException e) {
                    return new LoadedContracts(List.of(), e.problems());
                }
            }
        };
    }

    /** The document in which this contract came; empty when it came from elsewhere. */
    public Optional<FetchedContract> fetched(LocatedContract contract) {
        return Optional.ofNullable(delivered.get(contract.address())).map(Delivery::document);
    }

    /**
     * What the broker wants to be read once the contract is verified.
     *
     * @param published whether the result is known to the broker
     */
    public List<String> noticesAfter(ContractResult result, boolean published) {
        String moment = "after_verification:success_" + result.honoured() + "_published_" + published;
        return Optional.ofNullable(delivered.get(result.source().address()))
                .map(delivery -> texts(delivery.selected(), moment))
                .orElse(List.of());
    }

    /**
     * Publishes results of contracts of this source: by hand, or as a listener of the verifier.
     *
     * @throws ContractException if the version has no number, or the address of its build is none
     */
    public ResultPublisher publisher(ProviderVersion version) {
        return new ResultPublisher(this, version);
    }

    Session session() {
        return sessions.get();
    }

    private Optional<LocatedContract> read(BrokerClient client, SelectedContract selected, List<Problem> problems) {
        FetchedContract contract = client.fetch(selected.url());
        delivered.put(selected.url(), new Delivery(selected, contract));
        ReadResult read = ContractReader.read(selected.name(), contract.body().bytes());
        problems.addAll(read.problems());
        boolean pending = selected.pending() || selected.workInProgress();
        return read.contract()
                .map(each -> new LocatedContract(
                        each, selected.name(), selected.url(), pending, texts(selected, BEFORE), contract.links()));
    }

    private static List<String> texts(SelectedContract selected, String moment) {
        return selected.notices().stream()
                .filter(notice -> notice.type().equals(moment))
                .map(Notice::text)
                .toList();
    }
}
