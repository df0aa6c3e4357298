'use strict';
// The mock server of the Rust core, of one file at a time. Its stub server would do as well, but listens to the whole network.

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const os = require('node:os');
const path = require('node:path');
const readline = require('node:readline');

/** The program that @pact-foundation/pact-cli stands for on this machine. */
function program() {
  const home = require.resolve(`@pact-foundation/pact-cli-${process.platform}-${process.arch}/package.json`);
  return path.join(path.dirname(home), 'standalone', 'pact');
}

class MockServers {
  async start(contract) {
    this.master ??= await this.#launch();
    const response = await fetch(`${this.master}/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: contract,
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(text);
    }
    const { id, port } = JSON.parse(text).mockServer;
    this.current = id;
    return `http://127.0.0.1:${port}`;
  }

  async stop() {
    await fetch(`${this.master}/mockserver/${this.current}`, { method: 'DELETE' });
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
