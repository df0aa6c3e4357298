'use strict';
// What the DSL can say, a file for each case: DIRECTORY/V3/integer.json.

const fs = require('node:fs');
const path = require('node:path');
const { PactV3, PactV4, SpecificationVersion } = require('@pact-foundation/pact');
const { V2, V3, V4 } = require('./bodies');

const BUILDERS = {
  V2: (name, body) => version3(name, body, SpecificationVersion.SPECIFICATION_VERSION_V2),
  V3: (name, body) => version3(name, body, SpecificationVersion.SPECIFICATION_VERSION_V3),
  V4: version4,
};

function version3(name, body, spec) {
  const json = { 'Content-Type': 'application/json' };
  return new PactV3({ consumer: 'consumer', provider: 'provider', spec, logLevel: 'error' })
    .uponReceiving(name)
    .withRequest({ method: 'POST', path: `/${name}`, headers: json, body })
    .willRespondWith({ status: 200, headers: json, body });
}

function version4(name, body) {
  const pact = new PactV4({ consumer: 'consumer', provider: 'provider', logLevel: 'error' });
  pact
    .addInteraction()
    .uponReceiving(name)
    .withRequest('POST', `/${name}`, (request) => request.jsonBody(body))
    .willRespondWith(200, (response) => response.jsonBody(body));
  return pact;
}

/** Asks the core for the file directly: by the DSL's own way it comes only after a request that matches. */
function save(pact, file) {
  const directory = `${file}.d`;
  pact.pact.writePactFile(directory);
  fs.renameSync(path.join(directory, 'consumer-provider.json'), file);
  fs.rmdirSync(directory);
}

function write(directory) {
  const bodies = { V2, V3: { ...V2, ...V3 }, V4: { ...V2, ...V3, ...V4 } };
  for (const [version, cases] of Object.entries(bodies)) {
    fs.mkdirSync(path.join(directory, version), { recursive: true });
    for (const [name, body] of Object.entries(cases)) {
      save(BUILDERS[version](name, body), path.join(directory, version, `${name}.json`));
    }
  }
}

module.exports = { write };
