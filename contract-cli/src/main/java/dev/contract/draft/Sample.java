package dev.contract.draft;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;

/**
 * An exchange that was seen. Bodies stand as they were before any coding for the way, so {@code Content-Encoding} says nothing of them.
 *
 * <p>Immutable.
 */
public record Sample(HttpRequest request, HttpResponse response) {}
