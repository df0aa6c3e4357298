/** Tests by example: a folder per case, what goes in and what must come out as files beside each other. */
package dev.contract.core.golden;
