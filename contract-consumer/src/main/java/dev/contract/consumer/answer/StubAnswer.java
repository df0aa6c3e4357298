package dev.contract.consumer.answer;

/** What a stub answers where the response of a contract is not what it is to do. Immutable. */
public sealed interface StubAnswer permits Contractual, Fault, Responder {

    /** As users say it, with an article: {@code a fault}. */
    String noun();

    /** Why no contract can hold it, to follow a colon. */
    String whyNotInContract();

    <R> R fold(Cases<R> cases);

    /** What can be done for each kind. */
    interface Cases<R> {
        R contractual();

        R fault(Fault fault);

        R responder(Responder responder);
    }
}
