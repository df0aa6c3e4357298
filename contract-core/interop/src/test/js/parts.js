'use strict';
// Rules for paths, queries, headers and statuses, and bodies that are no JSON: what is not POST /NAME with a JSON body.

const { HTTPResponseStatusClass: status, MatchersV3: m, XmlBuilder } = require('@pact-foundation/pact');

const XML = { 'Content-Type': 'application/xml' };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

const header = (value) => ({ request: { headers: { 'X-Id': value } }, response: { headers: { 'X-Id': value } } });
const query = (values) => ({ request: { query: values } });
const both = (headers, body) => ({ request: { headers, body }, response: { headers, body } });
const xml = (root, build) => both(XML, new XmlBuilder('1.0', 'UTF-8', root).build(build));

/** Attributes are plain objects: the Map that the types ask for is dropped by the DSL. */
const V3 = {
  'path-regex': { request: { path: m.regex('/orders/\\d+', '/orders/7') } },
  'path-like-from-state': { request: { path: m.fromProviderState('/orders/${id}', '/orders/42') } },
  'query-exact': query({ q: ['a b', 'c'], x: 'ü' }),
  'query-regex': query({ q: m.regex('\\d+', '7') }),
  'query-regex-list': query({ q: [m.regex('\\d+', '7'), m.regex('\\d+', '8')] }),
  'query-like': query({ q: m.like('a') }),
  'query-include': query({ q: m.includes('ell') }),
  'query-from-state': query({ q: m.fromProviderState('${id}', '42') }),
  'query-date': query({ q: m.date('yyyy-MM-dd', '2024-02-29') }),
  'header-regex': header(m.regex('\\d+', '7')),
  'header-exact': header('a'),
  'header-include': header(m.includes('ell')),
  'header-date': header(m.date('yyyy-MM-dd', '2024-02-29')),
  'header-uuid': header(m.uuid('936da01f-9abd-4d9d-80c7-02af85c822a8')),
  'header-from-state': header(m.fromProviderState('${id}', '42')),
  'header-like': header(m.like('a')),
  'json-suffix': both({ 'Content-Type': 'application/vnd.order+json' }, { v: 1 }),
  'xml-exact': both(XML, '<order id="7"><item>tea</item></order>'),
  'xml-text': xml('order', (order) => order.appendElement('item', {}, m.regex('[a-z]+', 'tea'))),
  'xml-attribute': xml('order', (order) =>
    order.setAttributes({ id: m.regex('\\d+', '7') }).appendElement('item', {}, 'tea'),
  ),
  'xml-number': xml('order', (order) => order.appendElement('count', {}, m.integer(7))),
  'xml-date': xml('order', (order) => order.setAttributes({ on: m.date('yyyy-MM-dd', '2024-02-29') })),
  'xml-each': xml('orders', (orders) =>
    orders.eachLike('order', { id: m.regex('\\d+', '7') }, (order) =>
      order.appendElement('item', {}, m.string('tea')),
    ),
  ),
};

/** Of texts the newer DSL writes the type alone, in a rule that forms never pass. */
const TEXTS = {
  V3: {
    'text-exact': both({ 'Content-Type': 'text/plain' }, 'hello'),
    'form-exact': both(FORM, 'a=1&b=x+y'),
  },
  V4: { 'text-like': both({ 'Content-Type': 'text/plain' }, 'hello') },
};

const V4 = {
  // status.Information crashes the core
  'status-success': { response: { status: m.matchStatus(200, status.Success) } },
  'status-redirect': { response: { status: m.matchStatus(302, status.Redirect) } },
  'status-client-error': { response: { status: m.matchStatus(400, status.ClientError) } },
  'status-server-error': { response: { status: m.matchStatus(500, status.ServerError) } },
  'status-no-error': { response: { status: m.matchStatus(200, status.NonError) } },
  'status-error': { response: { status: m.matchStatus(400, status.Error) } },
  'status-list': { response: { status: m.matchStatus(200, [200, 204]) } },
};

/** By file and content type. */
const FILES = {
  'picture-like': { contentType: 'image/png', file: 'point.png' },
};

/** One part of a multipart body. */
const MULTIPARTS = {
  'multipart-upload': { contentType: 'image/png', file: 'point.png', part: 'picture' },
};

module.exports = { FILES, MULTIPARTS, V3: { ...V3, ...TEXTS.V3 }, V4: { ...V3, ...TEXTS.V4, ...V4 } };
