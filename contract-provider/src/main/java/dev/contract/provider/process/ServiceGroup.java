package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Services that are started and stopped together: each when those it depends on are ready, all others side by side, and stopped the other
 * way round.
 *
 * <pre>{@code
 * try (ServiceGroup shop = ServiceGroup
 *         .with("users", ServiceProcess.command("java -jar user-service.jar --port {port}"))
 *         .with("orders", ServiceProcess.command("java -jar order-service.jar --port {port} --users {users.url}"))
 *         .start()) {
 *     // shop.service("orders").url()
 * }
 * }</pre>
 *
 * <p>A service depends on those of which its settings speak, by <code>{users.url}</code>, <code>{users.port}</code> or <code>
 * {users.port:name}</code>, and on those named with {@link Builder#dependsOn}. Everything that is said of {@link ServiceProcess} about the
 * end of this JVM holds here, too. Thread-safe.
 */
public final class ServiceGroup implements AutoCloseable {
    private final Map<String, ServiceProcess.Builder> members;
    private final Dependencies dependencies;
    private final Turns starting;
    private final Map<String, ServiceProcess> running = new ConcurrentHashMap<>();
    private final Thread hook = new Thread(this::stop, "contract-service-group-stop");

    private ServiceGroup(Map<String, ServiceProcess.Builder> members, Dependencies dependencies) {
        this.members = members;
        this.dependencies = dependencies;
        this.starting = new Turns(dependencies, this::start);
    }

    /** A group with a first service. */
    public static Builder with(String name, ServiceProcess.Builder service) {
        return new Builder().with(name, service);
    }

    /**
     * One of the services.
     *
     * @throws IllegalArgumentException if the group has none of this name
     */
    public ServiceProcess service(String name) {
        ServiceProcess service = running.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service " + Quoted.text(name) + " in this group");
        }
        return service;
    }

    /** Stops all services, none before those that depend on it. Closing twice does nothing more. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook is running or has run.
        }
    }

    private ServiceGroup started() {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            starting.take();
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void start(String name) {
        ServiceProcess.Builder settings = members.get(name);
        if (settings != null) {
            Membership membership = new Membership(name, new Neighbours(running)::fillIn);
            running.put(name, new ServiceProcess(Launch.of(settings, membership)));
        }
    }

    /** Also while the start is still under way. */
    private void stop() {
        boolean interrupted = Thread.interrupted();
        starting.cancel();
        try {
            new Turns(dependencies.reversed(), this::stop).take();
        } catch (RuntimeException e) {
            // Interrupted, or one did not stop: those whose turn had not come end without order.
            running.values().forEach(ServiceProcess::close);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(String name) {
        ServiceProcess service = running.get(name);
        if (service != null) {
            service.close();
        }
    }

    /** Which services, and who needs whom. One thread at a time. */
    public static final class Builder {
        private final Map<String, ServiceProcess.Builder> members = new LinkedHashMap<>();
        private final Map<String, Set<String>> needed = new LinkedHashMap<>();
        private String latest = "";

        private Builder() {}

        /**
         * Adds a service.
         *
         * @param name letters, digits, {@code _} and {@code -}
         * @throws ContractException if the name is another text, or taken
         */
        public Builder with(String name, ServiceProcess.Builder service) {
            if (!Neighbours.isName(name) || members.containsKey(name)) {
                throw new ContractException(Problem.error(Site.CODE, "not usable as the name of a service in a group")
                        .found(Quoted.text(name) + (members.containsKey(name) ? ", for the second time" : ""))
                        .mend("take letters, digits, _ and -, and another name for each service"));
            }
            members.put(name, service);
            needed.put(name, new LinkedHashSet<>());
            latest = name;
            return this;
        }

        /** The service added last is started when these are ready, and stopped before them. */
        public Builder dependsOn(String... names) {
            needed.getOrDefault(latest, new LinkedHashSet<>()).addAll(List.of(names));
            return this;
        }

        /**
         * Starts all services and waits until they are ready.
         *
         * @throws ContractException if a service depends on one that is not here or asks it for a port that it does not have, if services
         *     depend on each other in a circle, or if one cannot be started; in all cases nothing runs any more then
         */
        public ServiceGroup start() {
            Map<String, Set<String>> before = new LinkedHashMap<>();
            members.forEach((name, service) -> {
                Set<String> names = new LinkedHashSet<>(needed.getOrDefault(name, Set.of()));
                names.addAll(Neighbours.names(service.texts()));
                before.put(name, names);
            });
            Dependencies dependencies = new Dependencies(before);
            List<Problem> refused = dependencies.inOrder().stream()
                    .flatMap(name -> Neighbours.refused(name, members).stream())
                    .toList();
            if (!refused.isEmpty()) {
                throw new ContractException(refused);
            }
            return new ServiceGroup(new LinkedHashMap<>(members), dependencies).started();
        }
    }
}
