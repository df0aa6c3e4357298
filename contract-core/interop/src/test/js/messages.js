'use strict';
// Messages, by the words of both DSLs: contents, their type unless they are JSON, metadata.

const fs = require('node:fs');
const path = require('node:path');
const { MatchersV3: m, XmlBuilder } = require('@pact-foundation/pact');

const PICTURE = fs.readFileSync(path.join(__dirname, 'point.png'));

/** The core takes XML as the DSL describes it; of a document as it stands it writes an empty text. */
const ORDER = new XmlBuilder('1.0', 'UTF-8', 'order').build((order) =>
  order.appendElement('item', {}, m.regex('[a-z]+', 'tea')),
);

const content = { v: m.integer(42) };

/** By both DSLs. */
const ASYNCHRONOUS = {
  'message-integer': { content },
  'message-nested': { content: { v: m.like({ id: m.regex('\\d+', '7'), name: 'x' }) } },
  'message-generated': { content: { v: m.integer() } },
  'message-from-state': { content: { v: m.fromProviderState('${id}', 42) } },
  'message-topic': { content, metadata: { topic: 'orders' } },
  'message-id': { content, metadata: { id: m.regex('\\d+', '7') } },
  'message-number': { content, metadata: { n: 3 } },
  'message-integer-number': { content, metadata: { n: m.integer(3) } },
  'message-object': { content, metadata: { o: { a: [1] } } },
  'message-metadata-generated': { content, metadata: { id: m.uuid() } },
  'message-metadata-date': { content, metadata: { on: m.date('yyyy-MM-dd', '2024-02-29') } },
  'message-text': { text: 'hello', type: 'text/plain' },
  'message-xml': { text: ORDER, type: 'application/xml' },
  'message-binary': { bytes: PICTURE, type: 'image/png' },
};

/** By the newer DSL, which takes rules beside contents of any type. */
const RULED = {
  'message-text-regex': {
    text: 'hello',
    type: 'text/plain',
    rules: { body: { path: '$', rules: [m.regex('h.*', 'hello')] } },
  },
};

/** Of contents that are no JSON the type alone is written, and metadata is dropped. */
const SYNCHRONOUS = {
  'answer-integer': { content },
  'answer-text-like': { text: 'hello', type: 'text/plain' },
  'answer-picture-like': { bytes: PICTURE, type: 'image/png' },
};

module.exports = { ASYNCHRONOUS, RULED, SYNCHRONOUS };
