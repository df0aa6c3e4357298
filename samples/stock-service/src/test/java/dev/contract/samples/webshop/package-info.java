/** The consumer of the stock service: a client as a web shop has it, and the test that records what it expects. */
package dev.contract.samples.webshop;
