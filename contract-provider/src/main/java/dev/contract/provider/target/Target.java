package dev.contract.provider.target;

/** What a verification replays interactions against; one kind of target for each way to reach a service. */
public sealed interface Target permits HttpTarget {

    /** What the user calls the target: a URL. */
    String url();
}
