'use strict';
// pact-js as a peer: calls back to the port it is given, reads commands and answers each with one line, as PactJvmPeer does.
// The Rust core prints what it pleases to the standard output, so that answers go over a socket.

const fs = require('node:fs');
const net = require('node:net');
const readline = require('node:readline');
const { Verifier } = require('@pact-foundation/pact');
const { MockServers } = require('./serving');
const { write } = require('./writing');

const servers = new MockServers();

async function verify(file, url) {
  try {
    await new Verifier({
      provider: 'provider',
      providerBaseUrl: url,
      pactUrls: [file],
      logLevel: 'error',
      stateHandlers: { values: async () => ({ id: 42, name: 'Alice' }) },
    }).verifyProvider();
    return 'accepted';
  } catch (e) {
    return `refused ${e.message}`;
  }
}

const commands = {
  write: async (directory) => {
    write(directory);
    return 'done';
  },
  verify,
  serve: (file) => servers.start(fs.readFileSync(file, 'utf8')),
  stop: async () => {
    await servers.stop();
    return 'done';
  },
};

async function answer(line) {
  const [command, ...words] = line.split('\t');
  try {
    return await commands[command](...words);
  } catch (e) {
    console.error(line, e);
    return `failed ${e.message}`;
  }
}

async function main() {
  const socket = net.connect(Number(process.argv[2]), '127.0.0.1');
  try {
    for await (const line of readline.createInterface({ input: socket })) {
      socket.write(`${(await answer(line)).replace(/\s+/g, ' ')}\n`);
    }
  } finally {
    servers.close();
  }
  process.exit(0);
}

main();
