package dev.contract.openapi;

/** What a finding is about; the names are stable. */
public enum OpenApiRule {
    UNDOCUMENTED_PATH("add the path to the document, or correct the request"),
    UNDOCUMENTED_METHOD("add the method to the document, or correct the request"),
    UNDOCUMENTED_STATUS("add the status to the responses of the operation, or correct the service"),
    UNDOCUMENTED_CONTENT_TYPE("add the type to what the operation answers with, or correct the service"),
    UNDOCUMENTED_BODY("say in the document what the body is, or let the service send none"),
    RESPONSE_HEADER("correct the service, or what the document says of the header"),
    RESPONSE_BODY("correct the service, or the schema"),
    RESPONSE_BODY_MISSING("let the service send a body, or take the content out of the document"),
    WRITE_ONLY_RECEIVED("let the service keep it to itself, or take writeOnly out of the document"),
    REQUEST_PARAMETER("correct the request, or what the document says of the parameter"),
    REQUEST_CONTENT_TYPE("add the type to what the operation takes, or correct the request"),
    REQUEST_BODY("correct the request, or the schema"),
    REQUEST_BODY_MISSING("send a body, or let the document say that none is needed"),
    REQUEST_SECURITY("send what the operation needs, or correct its security"),
    UNDOCUMENTED_PARAMETER("add the parameter to the document, or leave it out"),
    UNDOCUMENTED_REQUEST_BODY("add the body to the document, or leave it out"),
    READ_ONLY_SENT("leave it out, or take readOnly out of the document");

    private final String mend;

    OpenApiRule(String mend) {
        this.mend = mend;
    }

    String mend() {
        return mend;
    }
}
