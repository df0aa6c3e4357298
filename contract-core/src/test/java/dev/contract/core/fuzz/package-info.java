/** Inputs that nobody meant to send, made of good ones by small damage: a seed makes the same damage on every machine. */
package dev.contract.core.fuzz;
