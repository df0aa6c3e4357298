package dev.contract.cli.history;

import dev.contract.core.body.Body;

/**
 * A contract file as it was at some time.
 *
 * @param name under which problems are told: {@code HEAD~1:contracts/web-users.json}
 */
public record Document(String name, Body body) {}
