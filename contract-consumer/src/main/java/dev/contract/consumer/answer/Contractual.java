package dev.contract.consumer.answer;

/** The response that the interaction itself describes. */
enum Contractual implements StubAnswer {
    RESPONSE;

    @Override
    public String noun() {
        return "a response";
    }

    @Override
    public String whyNotInContract() {
        throw new IllegalStateException("it is what a contract holds");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.contractual();
    }
}
