/** Laws that hold for every value, tried on values made at random: a seed makes the same value on every machine. */
package dev.contract.core.law;
