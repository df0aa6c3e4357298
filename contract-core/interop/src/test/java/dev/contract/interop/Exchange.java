package dev.contract.interop;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a case is tried with: a request to whoever serves its file, a response for whoever verifies it, or both.
 *
 * @param name what is special about it
 * @param good whether it keeps to the contract
 * @param request null when the case is about responses only
 * @param response null when the case is about requests only
 */
record Exchange(
        String name,
        boolean good,
        @Nullable HttpRequest request,
        @Nullable HttpResponse response) {}
