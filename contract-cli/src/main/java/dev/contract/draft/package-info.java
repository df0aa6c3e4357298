/**
 * Makes contracts of exchanges that were seen.
 *
 * <p>In: requests with their responses, as a proxy or a browser kept them. Out: a {@link dev.contract.draft.Draft}, the contract that
 * accepts all of them and what it says nothing of. Requests are grouped by method, template of their path and what they were answered with;
 * what several of them have in common becomes rules. Pure: it knows neither sockets nor files, neither the command line nor the broker.
 *
 * <p>Start reading at {@link dev.contract.draft.Drafting}.
 */
@NullMarked
package dev.contract.draft;

import org.jspecify.annotations.NullMarked;
