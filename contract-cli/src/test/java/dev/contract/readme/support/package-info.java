/** What stands around the blocks of the manuals in a reader's project: a client, a service, a user. */
package dev.contract.readme.support;
