/**
 * The ground of contract testing: the model of a contract, its file format, and the matching of an actual exchange.
 *
 * <p>Pure: it opens no socket, starts no server and knows no database. The rooms stand in floors, and a room uses only
 * lower ones; see CONTRIBUTING.md for the map.
 */
@NullMarked
package dev.contract.core;

import org.jspecify.annotations.NullMarked;
