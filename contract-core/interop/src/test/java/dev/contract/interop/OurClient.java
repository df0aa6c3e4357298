package dev.contract.interop;

import java.nio.file.Path;

/** Our command line. */
record OurClient(Program program) implements Client {

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public void publish(String broker, Path contract, Pacticipant consumer) {
        Verdict published = run(
                broker,
                "publish",
                contract.toString(),
                "--consumer-app-version",
                consumer.version(),
                "--branch",
                consumer.branch(),
                "--tag",
                "dev");
        if (!published.accepted()) {
            throw new IllegalStateException(published.toString());
        }
    }

    @Override
    public Verdict share(String broker, Pacticipant provider, String url) {
        return run(
                broker,
                "verify",
                "--provider",
                provider.name(),
                "--url",
                url,
                "--consumer-version-selectors",
                "{\"branch\": \"feat/x\"}",
                "--enable-pending",
                "--publish",
                "--provider-version",
                provider.version(),
                "--provider-branch",
                provider.branch());
    }

    @Override
    public Verdict deployable(String broker, Pacticipant pacticipant, String environment) {
        return run(
                broker,
                "can-i-deploy",
                "-a",
                pacticipant.name(),
                "-e",
                pacticipant.version(),
                "--to-environment",
                environment);
    }

    private Verdict run(String broker, String... words) {
        return program.at(broker).run(Path.of("target"), words).verdict();
    }
}
