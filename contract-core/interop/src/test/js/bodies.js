'use strict';
// JSON bodies with every matcher of the DSL, mostly of the value "v" of an object; by the version that has all they need.

const { MatchersV3: m } = require('@pact-foundation/pact');

const v = (value) => ({ v: value });

const V2 = {
  'exact-text': v('a'),
  'exact-number': v(1),
  'exact-boolean': v(true),
  'exact-array': v(['a', 1]),
  'like-text': v(m.string('a')),
  'like-number': v(m.like(1)),
  'like-boolean': v(m.like(true)),
  'like-object': v(m.like({ a: 'x', b: 1 })),
  'like-array': v(m.like(['a'])),
  regex: v(m.regex('[a-z]+', 'abc')),
  'each-like': v(m.eachLike('a')),
  'at-least': v(m.atLeastLike('a', 2)),
  'at-most': v(m.atMostLike('a', 2)),
  between: v(m.constrainedArrayLike('a', 2, 3)),
  uuid: v(m.uuid('936da01f-9abd-4d9d-80c7-02af85c822a8')),
  hexadecimal: v(m.hexadecimal('1F')),
  'ip-address': v(m.ipv4Address('127.0.0.1')),
  'ip-address-6': v(m.ipv6Address('::ffff:192.0.2.128')),
  email: v(m.email('alice@example.com')),
  'iso-date': v(m.iso8601Date('2024-02-29')),
  'iso-time': v(m.iso8601Time('T12:30:00+01:00')),
  'iso-datetime': v(m.iso8601DateTime('2024-02-29T12:30:00+01:00')),
  'iso-datetime-millis': v(m.iso8601DateTimeWithMillis('2024-02-29T12:30:00.123+01:00')),
  'rfc-1123': v(m.rfc1123Timestamp('Thu, 29 Feb 2024 12:30:00 +0100')),
  'quoted-key': { "it's": m.like('a') },
  'spaced-key': { 'a b.c': m.like('a') },
  'root-text': m.like('a'),
  'root-number': m.like(1),
};

const V3 = {
  include: v(m.includes('ell')),
  integer: v(m.integer(42)),
  decimal: v(m.decimal(1.5)),
  number: v(m.number(42)),
  boolean: v(m.boolean(true)),
  null: v(m.nullValue()),
  date: v(m.date('yyyy-MM-dd', '2024-02-29')),
  time: v(m.time('HH:mm:ss', '12:30:00')),
  datetime: v(m.datetime("yyyy-MM-dd'T'HH:mm:ss", '2024-02-29T12:30:00')),
  'datetime-zone': v(m.timestamp("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2024-02-29T12:30:00.123+01:00')),
  'each-like-object': v(m.eachLike({ id: m.integer(1), name: m.string('x') })),
  'each-of-each': v(m.eachLike(m.eachLike(m.integer(1)))),
  'values-like': v(m.eachKeyLike('k', m.integer(7))),
  'values-like-object': v(m.eachKeyLike('k', { id: m.integer(1) })),
  'exact-inside-like': v(m.like({ a: 'x', b: m.equal(1) })),
  url: v(m.url2('http://localhost:9876', ['orders', m.regex('\\d+', '7')])),
  'root-array': m.eachLike(m.integer(1)),
  // Without an example the DSL adds a generator
  'random-integer': v(m.integer()),
  'random-decimal': v(m.decimal()),
  'random-uuid': v(m.uuid()),
  'from-state': v(m.fromProviderState('${id}', 42)),
  'own-url': v(m.url(['orders', m.regex('\\d+', '7')])),
};

const V4 = {
  'each-key': v(m.eachKeyMatches({ 7: 'seven' }, m.regex('\\d+', '7'))),
  'each-value': v(m.eachValueMatches({ k: 7 }, m.integer(7))),
  'array-contains': v(m.arrayContaining('a', m.integer(1))),
  'array-contains-objects': v(
    m.arrayContaining({ t: 'a', v: m.integer(1) }, { t: 'b', v: m.string('x') }),
  ),
};

module.exports = { V2, V3, V4 };
