'use strict';
// The mock server of the Rust core, of one file at a time. Its stub server would do as well, but listens to the whole network.

const { spawn } = require('node:child_process');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const readline = require('node:readline');

/** The program that @pact-foundation/pact-cli stands for on this machine. */
function program() {
  const home = require.resolve(`@pact-foundation/pact-cli-${process.platform}-${process.arch}/package.json`);
  return path.join(path.dirname(home), 'standalone', 'pact');
}

/** Milliseconds. */
const PATIENCE = 20_000;

async function read(response) {
  const text = (await response.toArray()).join('');
  if (response.statusCode >= 400) {
    throw new Error(`${response.statusCode} ${text}`);
  }
  return text;
}

/** One request on a connection of its own: on a kept one it may meet the server closing it. */
function call(method, url, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const answered = (response) => read(response).then(resolve, reject);
    const request = http.request(url, { method, headers, agent: false, timeout: PATIENCE }, answered);
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', reject).end(body);
  });
}

class MockServers {
  async start(contract) {
    this.master ??= await this.#launch();
    const { id, port } = JSON.parse(await call('POST', `${this.master}/`, contract)).mockServer;
    this.current = id;
    return `http://127.0.0.1:${port}`;
  }

  /** About one time in three hundred the core hangs up instead of stopping a mock server; another core is started then. */
  async stop() {
    try {
      await call('DELETE', `${this.master}/mockserver/${this.current}`);
    } catch (e) {
      console.error(`starting the mock server anew: ${e.message}`);
      this.close();
      this.master = undefined;
    }
  }

  close() {
    this.process?.kill();
  }

  async #launch() {
    this.process = spawn(
      program(),
      ['mock', 'start', '--host', '127.0.0.1', '--port', '0', '--no-file-log', '--no-term-log', '--output', os.tmpdir()],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    for await (const line of readline.createInterface({ input: this.process.stdout })) {
      const started = /Master server started on port (\d+)/.exec(line);
      if (started) {
        this.process.stdout.resume();
        return `http://127.0.0.1:${started[1]}`;
      }
    }
    throw new Error('the mock server did not start');
  }
}

module.exports = { MockServers };
