package dev.contract.consumer.stub;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stub costs, as tables: requests a second beside a bare Undertow, WireMock and MockServer; the time to its first answer; and what
 * it leaves behind. The README of this module has the command.
 *
 * <p>Every server is a JVM of its own. They are asked by turns, so that all have the same weather, and a ratio is the median of the
 * rounds' ratios. 16 connections are kept alive; the client shares the machine.
 */
final class StubTable {
    private static final int ROUNDS = 9;
    private static final int WARM_UP_MILLIS = 5_000;
    private static final int ROUND_MILLIS = 1_000;

    private final Path peers;

    private StubTable(Path peers) {
        this.peers = peers;
    }

    public static void main(String[] folderWithTheOtherServers) throws Exception {
        StubTable table = new StubTable(Path.of(folderWithTheOtherServers[0]));
        System.out.printf(
                "Load average %.1f on %d processors, Java %d.%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
        table.compare(Load.GET, "GET, each interaction on a path of its own", 1, 2_000);
        table.compare(Load.POST, "POST of 1 KB JSON, all on one path, matched by rules", 200);
        ownCosts();
    }

    private record Row(String name, Contender contender, List<Double> rates) {
        static Row of(String name, Contender contender) {
            return new Row(name, contender, new ArrayList<>());
        }
    }

    private void compare(Load load, String title, int... interactions) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try {
            rows.add(Row.of("bare Undertow", Contender.bare(load)));
            for (int number : interactions) {
                String among = number == 1 ? ", 1 interaction" : ", %,d interactions".formatted(number);
                rows.add(Row.of("our stub" + among, Contender.stub(load, number)));
                rows.add(Row.of("WireMock" + among, Contender.wireMock(peer("wiremock"), load, number)));
                rows.add(Row.of("MockServer" + among, Contender.mockServer(peer("mockserver"), load, number)));
            }
            measure(rows);
        } finally {
            rows.forEach(row -> row.contender().close());
        }
        System.out.printf("%n| %s | requests a second | of the bare server |%n|---|---|---|%n", title);
        rows.forEach(row -> show(row, rows.get(0)));
    }

    private Path peer(String name) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(peers, name + "*.jar")) {
            return jars.iterator().next();
        }
    }

    private static void measure(List<Row> rows) throws IOException {
        for (Row row : rows) {
            row.contender().rate(WARM_UP_MILLIS);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Row row : rows) {
                row.rates().add(row.contender().rate(ROUND_MILLIS));
            }
        }
    }

    private static void show(Row row, Row bare) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(row.rates().get(round) / bare.rates().get(round));
        }
        System.out.printf("| %s | %,.0f | %.0f %% |%n", row.name(), median(row.rates()), 100 * median(ratios));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void ownCosts() throws IOException {
        try (Contender stub = Contender.stub(Load.GET, 1)) {
            System.out.println("\n| our stub | |\n|---|---|");
            show(
                    "a later stub of a JVM, from its start to its first answer: median of 200; slowest",
                    stub.ask("later"));
            show("what there is then", stub.ask("left"));
            stub.ask("thousand");
            show("after 1,000 stubs more, one after the other", stub.ask("left"));
            stub.requests(100_000);
            show("after 100,000 requests to one stub", stub.ask("left"));
            stub.requests(1_000_000);
            show("after 1,000,000 requests more", stub.ask("left"));
        }
    }

    private static void show(String what, String figures) {
        System.out.println("| " + what + " | " + figures + " |");
    }
}
