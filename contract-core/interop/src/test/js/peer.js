'use strict';
// pact-js as a peer: calls back to the port it is given, reads commands and answers each with one line, as PactJvmPeer does.
// The Rust core prints what it pleases to the standard output, so that answers go over a socket.

const fs = require('node:fs');
const net = require('node:net');
const { execFileSync } = require('node:child_process');
const readline = require('node:readline');
const { default: core } = require('@pact-foundation/pact-core');
const { Verifier } = require('@pact-foundation/pact');
const { MockServers } = require('./serving');
const { write } = require('./writing');

const servers = new MockServers();

/** The verifier's proxy writes JSON anew but announces the length of the old text: for 1.0 it sends 1, and the service waits for the rest for ever. */
function announceLength(request, _response, next) {
  if (request.body && !Buffer.isBuffer(request.body)) {
    request.headers['content-length'] = Buffer.byteLength(JSON.stringify(request.body));
  }
  next();
}

/** The verifier's proxy answers questions for messages itself, from functions in this process; the core below it asks the service. */
function verifier(file, options) {
  const { messages, interactions = [] } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const holdsMessages = messages || interactions.some(({ type = '' }) => type.endsWith('/Messages'));
  if (!holdsMessages) {
    const stateHandlers = { values: async () => ({ id: 42 }) };
    return new Verifier({ ...options, requestFilter: announceLength, stateHandlers }).verifyProvider();
  }
  const port = Number(new URL(options.providerBaseUrl).port);
  const transport = (protocol) => ({ protocol, scheme: 'http', port, path: '/_messages' });
  return core.verifyPacts({ ...options, transports: [transport('message'), transport('sync-message')] });
}

async function verify(file, url) {
  try {
    await verifier(file, { provider: 'provider', providerBaseUrl: url, pactUrls: [file], logLevel: 'error' });
    return 'accepted';
  } catch (e) {
    return `refused ${e.message}`;
  }
}

/** Verifies what a broker asks for, and publishes the results. Failures of pending contracts are accepted. */
async function share(pactBrokerUrl, provider, providerVersion, providerVersionBranch, providerBaseUrl) {
  const words = { provider, providerVersion, providerVersionBranch, providerBaseUrl, pactBrokerUrl };
  const asked = { consumerVersionSelectors: [{ branch: 'feat/x' }], enablePending: true, includeWipPactsSince: '2024-01-01' };
  try {
    await new Verifier({ ...words, ...asked, publishVerificationResult: true, logLevel: 'error' }).verifyProvider();
    return 'accepted';
  } catch (e) {
    return `refused ${e.message}`;
  }
}

/** What pact-js leaves to the command line that npm has beside it. */
function broker(url, ...words) {
  const program = require.resolve('@pact-foundation/pact-cli/bin/pact-broker.js');
  const environment = { ...process.env, PACT_BROKER_BASE_URL: url };
  return execFileSync(process.execPath, [program, ...words], { env: environment, encoding: 'utf8', stdio: 'pipe' });
}

function publish(url, file, version, branch) {
  broker(url, 'publish', file, '-a', version, '--branch', branch, '--tag', 'dev');
  return 'done';
}

function deployable(url, pacticipant, version, environment) {
  try {
    broker(url, 'can-i-deploy', '-a', pacticipant, '-e', version, '--to-environment', environment);
    return 'accepted';
  } catch (e) {
    return `refused ${e.stdout}`;
  }
}

const commands = {
  write: async (directory) => {
    await write(directory);
    return 'done';
  },
  verify,
  publish,
  share,
  deployable,
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
