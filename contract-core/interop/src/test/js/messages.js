'use strict';
// Messages, by the words of both DSLs: contents, their type unless they are JSON, metadata.

const { MatchersV3: m } = require('@pact-foundation/pact');

const ASYNCHRONOUS = {
  'message-integer': { content: { v: m.integer(42) } },
  'message-nested': { content: { v: m.like({ id: m.regex('\\d+', '7'), name: 'x' }) } },
  'message-topic': { content: { v: m.integer(42) }, metadata: { topic: 'orders' } },
  'message-id': { content: { v: m.integer(42) }, metadata: { id: m.regex('\\d+', '7') } },
};

const OLDER = {
  'message-text': { text: 'hello', type: 'text/plain' },
};

const SYNCHRONOUS = {
  'answer-integer': { request: { question: 'how many' }, response: { v: m.integer(42) } },
};

module.exports = { ASYNCHRONOUS, OLDER, SYNCHRONOUS };
