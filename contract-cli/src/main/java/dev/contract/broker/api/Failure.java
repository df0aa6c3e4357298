package dev.contract.broker.api;

/** A request that ends with a complaint; whatever was written is undone. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Complaint complaint;

    Failure(Complaint complaint) {
        super(complaint.byField().toString(), null, false, false);
        this.complaint = complaint;
    }

    static Failure of(int status, String text) {
        return new Failure(Complaint.single(status, text));
    }

    static Failure unknown(String text) {
        return of(404, text);
    }

    Complaint complaint() {
        return complaint;
    }
}
