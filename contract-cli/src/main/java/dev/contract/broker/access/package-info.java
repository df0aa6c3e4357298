/**
 * Who may do what in a broker.
 *
 * <p>In: a request from somewhere, and the accounts and tokens that there are. Out: the answer of the routes, or one that denies it, and a line
 * in the log {@code dev.contract.broker.audit} for each change. Knows neither sockets nor what the routes do: each of them says what it
 * asks for ({@link dev.contract.broker.api.Demand}), and is asked only when whoever sent the request may have that.
 *
 * <p>People log in with a browser, by an account or a token, and have a session then, which is found by a secret in a cookie. Sessions are kept in
 * the store, by the digest of their secret, and not in signed cookies: every process of a broker finds them there, who logs out is out wherever
 * copies of the cookie are, their number is bounded, and there is no key whose thief could make sessions of his own. That costs one look into the
 * store for each page, which pages need anyway. A session holds nothing but digests, whose it is and a proof of
 * its account or token, and so ends with the password. As a
 * browser sends its cookie with whatever any page asks for, a session changes something only with the token of its forms; and because a browser
 * sends a remembered name and password likewise, people get a form where programs are asked for credentials.
 *
 * <p>Start reading at {@link dev.contract.broker.access.Door}.
 */
@NullMarked
package dev.contract.broker.access;

import org.jspecify.annotations.NullMarked;
