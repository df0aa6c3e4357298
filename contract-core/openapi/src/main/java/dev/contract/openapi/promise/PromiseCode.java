package dev.contract.openapi.promise;

/** What a finding is about. The names are stable, and those that other comparers of contracts with documents use. */
public enum PromiseCode {
    REQUEST_PATH_OR_METHOD_UNKNOWN(
            "request.path-or-method.unknown",
            Severity.ERROR,
            "add the operation to the document, or correct the request"),
    REQUEST_BASE_PATH_MISSING(
            "request.path-or-method.unknown",
            Severity.ERROR,
            "send the base path as well; or, where a gateway adds it, name a server without one in the document, too"
                    + " (url: /)"),
    REQUEST_AUTHORIZATION_MISSING(
            "request.authorization.missing", Severity.ERROR, "send what the operation needs, or correct its security"),
    REQUEST_QUERY_INCOMPATIBLE(
            "request.query.incompatible",
            Severity.ERROR,
            "correct the query, or what the document says of the parameter"),
    REQUEST_QUERY_UNKNOWN(
            "request.query.unknown", Severity.WARNING, "add the parameter to the document, or leave it out"),
    REQUEST_HEADER_INCOMPATIBLE(
            "request.header.incompatible",
            Severity.ERROR,
            "correct the header, or what the document says of the parameter"),
    REQUEST_HEADER_UNKNOWN(
            "request.header.unknown", Severity.WARNING, "add the header to the document, or leave it out"),
    REQUEST_ACCEPT_INCOMPATIBLE(
            "request.accept.incompatible", Severity.ERROR, "accept what is answered, or add the type to the document"),
    REQUEST_CONTENT_TYPE_INCOMPATIBLE(
            "request.content-type.incompatible",
            Severity.ERROR,
            "send a type that is taken, or add it to the document"),
    REQUEST_CONTENT_TYPE_MISSING(
            "request.content-type.missing", Severity.WARNING, "expect the header Content-Type in the contract"),
    REQUEST_CONTENT_TYPE_UNKNOWN(
            "request.content-type.unknown", Severity.WARNING, "leave the header out, or describe the body"),
    REQUEST_BODY_INCOMPATIBLE("request.body.incompatible", Severity.ERROR, "correct the body, or the schema"),
    REQUEST_BODY_UNKNOWN("request.body.unknown", Severity.WARNING, "leave the body out, or describe it"),
    REQUEST_BODY_UNVALIDATABLE(
            "request.body.unvalidatable",
            Severity.WARNING,
            "verify the contract with the service: this is not compared"),
    RESPONSE_STATUS_UNKNOWN(
            "response.status.unknown", Severity.ERROR, "add the status to the document, or expect one that it has"),
    RESPONSE_STATUS_DEFAULT("response.status.default", Severity.WARNING, "describe the status on its own"),
    RESPONSE_HEADER_INCOMPATIBLE(
            "response.header.incompatible", Severity.ERROR, "expect another value, or correct what the document says"),
    RESPONSE_HEADER_UNKNOWN(
            "response.header.unknown", Severity.ERROR, "add the header to the document, or do not rely on it"),
    RESPONSE_HEADER_UNVALIDATABLE(
            "response.header.unvalidatable", Severity.WARNING, "give the header a schema in the document"),
    RESPONSE_CONTENT_TYPE_INCOMPATIBLE(
            "response.content-type.incompatible",
            Severity.ERROR,
            "expect a type that is answered, or add it to the document"),
    RESPONSE_CONTENT_TYPE_MISSING(
            "response.content-type.missing", Severity.WARNING, "expect the header Content-Type in the contract"),
    RESPONSE_CONTENT_TYPE_UNKNOWN(
            "response.content-type.unknown", Severity.WARNING, "do not expect the header, or describe the body"),
    RESPONSE_BODY_INCOMPATIBLE(
            "response.body.incompatible", Severity.ERROR, "rely on what is described only, or describe it"),
    RESPONSE_BODY_UNKNOWN("response.body.unknown", Severity.ERROR, "give the response a schema in the document"),
    RESPONSE_BODY_UNVALIDATABLE(
            "response.body.unvalidatable",
            Severity.WARNING,
            "verify the contract with the service: this is not compared"),
    MESSAGE_UNVALIDATABLE(
            "message.unvalidatable", Severity.INFO, "verify the messages with the provider: OpenAPI describes none");

    /** Whether the document keeps the contract all the same. */
    public enum Severity {
        ERROR,
        WARNING,
        /** Something that could not be compared. */
        INFO
    }

    private final String text;
    private final Severity severity;
    private final String mend;

    PromiseCode(String text, Severity severity, String mend) {
        this.text = text;
        this.severity = severity;
        this.mend = mend;
    }

    /** {@code response.body.incompatible}. */
    public String text() {
        return text;
    }

    public Severity severity() {
        return severity;
    }

    /** What to do about it. */
    public String mend() {
        return mend;
    }
}
