/**
 * Requests and responses as values: what was expected and what was seen have the same shape.
 *
 * <p>In and out: {@link dev.contract.core.http.HttpRequest}, {@link dev.contract.core.http.HttpResponse} and their parts. Knows how
 * names of headers compare and how a query string is taken apart; opens no socket. Start reading at
 * {@link dev.contract.core.http.HttpRequest}.
 */
@NullMarked
package dev.contract.core.http;

import org.jspecify.annotations.NullMarked;
