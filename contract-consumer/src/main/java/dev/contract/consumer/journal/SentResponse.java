package dev.contract.consumer.journal;

import dev.contract.core.http.HttpResponse;

/** A response in the form that it is sent in. Immutable. */
public interface SentResponse {

    /** The response as a value; made when somebody asks for it. */
    HttpResponse toResponse();

    /** How many bytes are kept for this one alone; 0 for one that is sent again and again. */
    long ownBytes();
}
