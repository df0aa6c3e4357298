'use strict';
// What the DSL can say, a file for each case: DIRECTORY/V3/integer.json.

const fs = require('node:fs');
const path = require('node:path');
const { MessageConsumerPact, PactV3, PactV4, SpecificationVersion } = require('@pact-foundation/pact');
const bodies = require('./bodies');
const messages = require('./messages');
const parts = require('./parts');

const JSON_TYPE = { 'Content-Type': 'application/json' };
const PICTURE = path.join(__dirname, 'point.png');
const PEOPLE = { consumer: 'consumer', provider: 'provider', logLevel: 'error' };

/** Cases named so begin in a state that has values for their generators. */
const begun = (pact, name) => (name.endsWith('from-state') ? pact.given('values') : pact);

const post = (name, request) => ({ method: 'POST', path: `/${name}`, ...request });
const ok = (response) => ({ status: 200, ...response });

/** The older DSL. */
function version3(name, spec, words) {
  const pact = new PactV3({ ...PEOPLE, spec });
  words(begun(pact, name).uponReceiving(name));
  return pact;
}

/** The newer DSL. */
function version4(name, words) {
  const pact = new PactV4(PEOPLE);
  words(begun(pact.addInteraction(), name).uponReceiving(name));
  return pact;
}

function complete(name, request, response) {
  return (pact) => pact.withRequest(post(name, request)).willRespondWith(ok(response));
}

/** The newer DSL has a word for each kind of body. */
function say(builder, { query, headers, body } = {}) {
  if (query) builder.query(query);
  if (headers) builder.headers(headers);
  if (body === undefined) return builder;
  const type = headers['Content-Type'];
  if (type.endsWith('json')) return builder.jsonBody(body);
  return type.endsWith('xml') ? builder.xmlBody(body) : builder.body(type, Buffer.from(body));
}

function complete4(name, request, response) {
  const { method, path: at } = post(name, request);
  const { status } = ok(response);
  return (pact) =>
    pact
      .withRequest(method, at, (builder) => say(builder, request))
      .willRespondWith(status, (builder) => say(builder, response));
}

function json4(name, body) {
  return (pact) =>
    pact
      .withRequest('POST', `/${name}`, (request) => request.jsonBody(body))
      .willRespondWith(200, (response) => response.jsonBody(body));
}

function file4(name, { contentType }) {
  return (pact) =>
    pact
      .withRequest('POST', `/${name}`, (request) => request.binaryFile(contentType, PICTURE))
      .willRespondWith(200, (response) => response.binaryFile(contentType, PICTURE));
}

/** Of requests only: a multipart response lands in the request as well. */
function multipart4(name, { contentType, part }) {
  return (pact) =>
    pact
      .withRequest('POST', `/${name}`, (request) => request.multipartBody(contentType, PICTURE, part, 'cut'))
      .willRespondWith(200);
}

function file3(name, { contentType }) {
  return (pact) =>
    pact
      .withRequestBinaryFile(post(name), contentType, PICTURE)
      .withResponseBinaryFile(ok(), contentType, PICTURE);
}

function multipart3(name, { contentType, part }) {
  return (pact) =>
    pact
      .withRequestMultipartFileUpload(post(name), contentType, PICTURE, part, 'cut')
      .willRespondWith(ok());
}

/** The DSLs write the file of a message when its handler is content. */
async function message(directory, version, name, declare) {
  const home = path.join(directory, version);
  const single = path.join(home, `${name}.d`);
  fs.mkdirSync(home, { recursive: true });
  await declare({ ...PEOPLE, dir: single });
  fs.renameSync(path.join(single, 'consumer-provider.json'), path.join(home, `${name}.json`));
  fs.rmdirSync(single);
}

const handled = async () => {};

function message3(name, { content, text, bytes, type, metadata }) {
  return (options) => {
    const pact = begun(new MessageConsumerPact(options), name).expectsToReceive(name);
    if (metadata) pact.withMetadata(metadata);
    if (text) return pact.withTextContent(text, type).verify(handled);
    return (bytes ? pact.withBinaryContent(bytes, type) : pact.withContent(content)).verify(handled);
  };
}

/** The newer DSL has one word for contents that are no JSON. */
function tell(builder, { content, text, bytes, type, metadata, rules }) {
  if (content) builder.withJSONContent(content);
  else builder.withContent(type, bytes ?? Buffer.from(text));
  if (metadata) builder.withMetadata(metadata);
  if (rules) builder.withMatchingRules(rules);
}

function message4(name, words) {
  return (options) =>
    begun(new PactV4(options).addAsynchronousInteraction(), name)
      .expectsToReceive(name, (builder) => tell(builder, words))
      .executeTest(handled);
}

function answer4(name, words) {
  return (options) =>
    new PactV4(options)
      .addSynchronousInteraction(name)
      .withRequest((builder) => builder.withJSONContent({ question: 'how many' }))
      .withResponse((builder) => tell(builder, words))
      .executeTest(handled);
}

/** Asks the core for the file directly: by the DSL's own way it comes only after a request that matches. */
function save(directory, version, name, pact) {
  const home = path.join(directory, version);
  const single = path.join(home, `${name}.d`);
  fs.mkdirSync(home, { recursive: true });
  pact.pact.writePactFile(single);
  fs.renameSync(path.join(single, 'consumer-provider.json'), path.join(home, `${name}.json`));
  fs.rmdirSync(single);
}

async function write(directory) {
  const specs = {
    V2: SpecificationVersion.SPECIFICATION_VERSION_V2,
    V3: SpecificationVersion.SPECIFICATION_VERSION_V3,
  };
  const older = (version, name, words) => save(directory, version, name, version3(name, specs[version], words));
  const newer = (name, words) => save(directory, 'V4', name, version4(name, words));
  const each = (cases, act) => Object.entries(cases).forEach(([name, value]) => act(name, value));

  const json = (body) => ({ headers: JSON_TYPE, body });
  each(bodies.V2, (name, body) => older('V2', name, complete(name, json(body), json(body))));
  each({ ...bodies.V2, ...bodies.V3 }, (name, body) => older('V3', name, complete(name, json(body), json(body))));
  each({ ...bodies.V2, ...bodies.V3, ...bodies.V4 }, (name, body) => newer(name, json4(name, body)));
  each(parts.V3, (name, { request, response }) => older('V3', name, complete(name, request, response)));
  each(parts.V4, (name, { request, response }) => newer(name, complete4(name, request, response)));
  each(parts.FILES, (name, file) => older('V3', name, file3(name, file)));
  each(parts.FILES, (name, file) => newer(name, file4(name, file)));
  each(parts.MULTIPARTS, (name, file) => older('V3', name, multipart3(name, file)));
  each(parts.MULTIPARTS, (name, file) => newer(name, multipart4(name, file)));

  for (const [name, words] of Object.entries(messages.ASYNCHRONOUS)) {
    await message(directory, 'V3', name, message3(name, words));
  }
  for (const [name, words] of Object.entries({ ...messages.ASYNCHRONOUS, ...messages.RULED })) {
    await message(directory, 'V4', name, message4(name, words));
  }
  for (const [name, words] of Object.entries(messages.SYNCHRONOUS)) {
    await message(directory, 'V4', name, answer4(name, words));
  }
}

module.exports = { write };
