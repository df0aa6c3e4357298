package dev.contract.consumer.stub;

import dev.contract.core.problem.Problem;

/** What is said where something is asked of TLS that is not spoken. */
final class NoTls {
    private NoTls() {}

    /**
     * @param call as the user wrote it
     */
    static Problem problem(String call) {
        return Problem.error("CONTRACT-TLS", "this stub speaks no TLS")
                .found(call + " on a stub that is reached by http")
                .mend("have it speak TLS by @Served(https = true), or StubSettings.withTls(StubTls.generated())");
    }
}
