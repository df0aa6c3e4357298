package dev.contract.interop;

import java.util.Arrays;
import java.util.List;

/** JSON bodies. A quote stands for a double quote, and a backtick for a quote. */
final class JsonCases {
    private static final String JSON = "application/json";

    private JsonCases() {}

    static final List<Case> ALL = List.of(
            value("exact-text", accepts("'a'"), refuses("'b'", "1", "null", "['a']")),
            value("exact-number", accepts("1"), refuses("2", "'1'", "null")),
            value("exact-boolean", accepts("true"), refuses("false", "'true'")),
            value("exact-array", accepts("['a', 1]"), refuses("['a']", "[1, 'a']", "['a', 1, 1]")),
            value("like-text", accepts("'a'", "'another'"), refuses("1", "true", "null", "['a']", "{}")),
            value("like-number", accepts("1", "17"), refuses("'1'", "true", "null")),
            value("like-boolean", accepts("true", "false"), refuses("'true'", "1", "null")),
            value(
                    "like-object",
                    accepts("{'a': 'x', 'b': 1}", "{'a': 'y', 'b': 2}"),
                    refuses("{'a': 1, 'b': 1}", "{'a': 'x'}", "[]", "null", "'a'")),
            value("like-array", accepts("['a']", "['b']"), refuses("'a'", "[1]", "{}", "null")),
            value("regex", accepts("'abc'", "'x'"), refuses("'ABC'", "'abc1'", "''", "null")),
            value("include", accepts("'hello'", "'bell'"), refuses("'help'", "'HELLO'", "null")),
            value("integer", accepts("42", "-7", "0"), refuses("1.5", "'1'", "true", "null")),
            value("integer-matching", accepts("42", "17"), refuses("7", "'x'", "null")),
            value("decimal", accepts("1.5", "-0.25"), refuses("1", "'1.5'", "true", "null")),
            value("number", accepts("42", "-7", "1.5"), refuses("'1'", "true", "null")),
            value("boolean", accepts("true", "false"), refuses("'yes'", "1", "null")),
            value("integer-by-type", accepts("42", "-7"), refuses("'x'", "true", "null")),
            value("decimal-by-type", accepts("1.5", "-0.25"), refuses("'x'", "true", "null")),
            value("number-by-type", accepts("42", "1.5"), refuses("'x'", "true", "null")),
            value("boolean-by-type", accepts("true", "false"), refuses("'x'", "1", "null")),
            value("null", accepts("null"), refuses("'a'", "0", "false")),
            value(
                    "date",
                    accepts("'2024-02-29'", "'1999-12-31'"),
                    refuses("'29.02.2024'", "'2024-13-01'", "'x'", "null")),
            value("time", accepts("'12:30:00'", "'23:59:59'"), refuses("'12.30'", "'25:00:00'", "'x'")),
            value(
                    "datetime",
                    accepts("'2024-02-29T12:30:00'", "'1999-12-31T23:59:59'"),
                    refuses("'2024-02-29'", "'2024-02-29 12:30:00'", "'x'")),
            value(
                    "datetime-zone",
                    accepts("'2024-02-29T12:30:00.123+01:00'", "'1999-12-31T23:59:59.000-05:00'"),
                    refuses("'2024-02-29T12:30:00.123'", "'x'")),
            value("each-like", accepts("['a']", "['b', 'c']"), refuses("[]", "[1]", "['a', 1]", "'a'", "null")),
            value(
                    "each-like-object",
                    accepts("[{'id': 1, 'name': 'x'}]", "[{'id': 2, 'name': 'y'}, {'id': 3, 'name': 'z'}]"),
                    refuses(
                            "[]",
                            "[{'id': 'a', 'name': 'x'}]",
                            "[{'id': 1}]",
                            "[{'id': 1, 'name': 'x'}, {'id': 2, 'name': 3}]")),
            value("at-least", accepts("['a', 'b']", "['a', 'b', 'c']"), refuses("['a']", "[]", "[1, 2]")),
            value("at-most", accepts("['a']", "['b', 'c']"), refuses("['a', 'b', 'c']", "[1]")),
            value(
                    "between",
                    accepts("['a', 'b']", "['a', 'b', 'c']"),
                    refuses("['a']", "['a', 'b', 'c', 'd']", "[1, 2]")),
            value("each-of-each", accepts("[[1]]", "[[1, 2], [3]]"), refuses("[1]", "[['a']]", "[[1], []]")),
            value(
                    "values-like",
                    accepts("{'k': 7}", "{'x': 1}", "{'x': 1, 'y': 2}"),
                    refuses("{'x': 'a'}", "{'x': 1, 'y': 'b'}")),
            value(
                    "values-like-object",
                    accepts("{'k': {'id': 1}}", "{'x': {'id': 2}, 'y': {'id': 3}}"),
                    refuses("{'x': {'id': 'a'}}", "{'x': 1}")),
            value(
                    "each-key",
                    accepts("{'7': 'seven'}", "{'8': 'eight', '9': 'nine'}"),
                    refuses("{'seven': 'seven'}", "{'7': 'seven', 'x': 'y'}")),
            value("each-value", accepts("{'k': 7}", "{'x': 1, 'y': 2}"), refuses("{'k': 1.5}", "{'x': 1, 'y': 'b'}")),
            value(
                    "each-value-object",
                    accepts("{'k': {'id': 1}}", "{'k': {'id': 2}}"),
                    refuses("{'k': {'id': 'a'}}", "{'k': 1}")),
            value("array-contains", accepts("['a', 1]", "[true, 1, 'a']"), refuses("['a']", "[1]", "[]", "['b', 2]")),
            value(
                    "array-contains-objects",
                    accepts(
                            "[{'t': 'a', 'v': 1}, {'t': 'b', 'v': 'x'}]",
                            "[{'t': 'c'}, {'t': 'b', 'v': 'y'}, {'t': 'a', 'v': 2}]"),
                    refuses("[{'t': 'a', 'v': 1}]", "[{'t': 'a', 'v': 'x'}, {'t': 'b', 'v': 'x'}]")),
            value("not-empty", accepts("'x'", "'y'"), refuses("''", "null")),
            value("content-type", accepts("'<a/>'", "'<order>1</order>'"), refuses("'plain'", "null")),
            value("semver", accepts("'1.2.3'", "'2.0.0-rc.1'"), refuses("'1.2'", "'x'", "null")),
            value("all-of", accepts("'hello'", "'bell'"), refuses("'help'", "1", "null")),
            value("any-of", accepts("1", "7", "'n/a'"), refuses("'x'", "1.5", "true")),
            value("nullable", accepts("'x'", "null"), refuses("1", "true")),
            value("text-length", accepts("'abc'", "'a'"), refuses("''", "'abcd'", "12", "null")),
            value("text-length-large", accepts("'abc'", "''"), refuses("12", "null")),
            value("integer-at-least", accepts("18", "1000"), refuses("17", "-18", "18.5", "'18'", "null")),
            value("number-between", accepts("0.5", "0", "1", "-0.25"), refuses("1.5", "-1", "-0.26", "'0.5'")),
            value(
                    "date-between",
                    accepts("'2024-02-29'", "'2024-12-31'", "'2024-01-01'"),
                    refuses("'2023-12-31'", "'2025-01-01'", "'x'")),
            answer(
                    "optional",
                    accepts("{'id': 1, 'nick': 'Al'}", "{'id': 1}"),
                    refuses("{'nick': 'Al'}", "{'id': 1, 'nick': 7}")),
            answer(
                    "nullable-object",
                    accepts("{'id': 1, 'at': {'x': 1}}", "{'id': 1, 'at': null}"),
                    refuses("{'at': null}", "{'id': 1, 'at': {'x': 'a'}}")),
            answer("strict", accepts("{'id': 1}"), refuses("{}", "{'id': 1, 'more': 2}")),
            answer(
                    "schema",
                    accepts("{'id': 1}", "{'id': 5, 'name': 'x'}"),
                    refuses("{'id': 'a'}", "{}", "{'id': 5, 'name': 7}")),
            value(
                    "exact-inside-like",
                    accepts("{'a': 'x', 'b': 1}", "{'a': 'y', 'b': 1}"),
                    refuses("{'a': 'x', 'b': 2}", "{'a': 1, 'b': 1}")),
            value(
                    "uuid",
                    accepts("'936da01f-9abd-4d9d-80c7-02af85c822a8'", "'e2490de5-5bd3-43d5-b7c4-526e33f71304'"),
                    refuses("'936da01f'", "'x'", "1")),
            value(
                    "uuid-simple",
                    accepts("'936da01f9abd4d9d80c702af85c822a8'"),
                    refuses("'936da01f-9abd-4d9d-80c7-02af85c822a8'", "'x'", "1")),
            value(
                    "uuid-upper-case",
                    accepts("'936DA01F-9ABD-4D9D-80C7-02AF85C822A8'"),
                    refuses("'936da01f-9abd-4d9d-80c7-02af85c822a8'", "'x'", "1")),
            value(
                    "uuid-urn",
                    accepts("'urn:uuid:936da01f-9abd-4d9d-80c7-02af85c822a8'"),
                    refuses("'936da01f-9abd-4d9d-80c7-02af85c822a8'", "'x'", "1")),
            value("hexadecimal", accepts("'1F'", "'00ff'"), refuses("'xyz'", "''")),
            value("ip-address", accepts("'127.0.0.1'", "'10.0.0.7'"), refuses("'localhost'", "'x'", "1")),
            value(
                    "url",
                    accepts("'http://localhost:9876/orders/7'", "'https://example.com/orders/8'"),
                    refuses("'http://localhost:9876/users/7'", "'/x'")),
            value("any-order", accepts("['a', 1]", "[1, 'a']"), refuses("['a', 2]", "['a']", "['a', 1, 1]")),
            value("any-order-at-least", accepts("['a', 1]", "[1, 'a']"), refuses("['a']", "[2, 'b']")),
            value("any-order-at-most", accepts("['a', 1]", "[1, 'a']"), refuses("['a', 1, 1]", "[2, 'b']")),
            value(
                    "any-order-between",
                    accepts("['a', 1]", "[1, 'a']"),
                    refuses("['a']", "[2, 'b']", "['a', 1, 'a', 1]")),
            value("generated", accepts("7", "1.5"), refuses("'7'", "null")),
            value("random-integer", accepts("5", "7"), refuses("1.5", "'1'")),
            value("random-decimal", accepts("1.5", "12.345"), refuses("'1.5'", "true")),
            value("random-text", accepts("'abc'", "'x'"), refuses("1", "null")),
            value("random-regex", accepts("'abc'", "'xyz'"), refuses("'ABC'", "'abcd'")),
            value("random-uuid", accepts("'936da01f-9abd-4d9d-80c7-02af85c822a8'"), refuses("'936da01f'", "'x'")),
            value(
                    "random-uuid-urn",
                    accepts("'urn:uuid:936da01f-9abd-4d9d-80c7-02af85c822a8'"),
                    refuses("'936da01f-9abd-4d9d-80c7-02af85c822a8'", "'x'")),
            value("random-hexadecimal", accepts("'00FF'", "'12ab'"), refuses("'xyz'", "''")),
            value("random-boolean", accepts("true", "false"), refuses("'yes'", "1")),
            value("date-now", accepts("'2024-02-29'"), refuses("'29.02.2024'", "'x'")),
            value("time-now", accepts("'12:30:00'"), refuses("'12.30'", "'x'")),
            value("datetime-now", accepts("'2024-02-29T12:30:00'"), refuses("'2024-02-29'", "'x'")),
            value("date-expression", accepts("'2024-02-29'"), refuses("'29.02.2024'", "'x'")),
            value("time-expression", accepts("'12:30:00'"), refuses("'12.30'", "'x'")),
            value("datetime-expression", accepts("'2024-02-29T12:30:00'"), refuses("'2024-02-29'", "'x'")),
            value("from-state", accepts("42"), refuses("'x'", "null")),
            value(
                    "own-url",
                    accepts("'http://localhost:8080/orders/7'", "'http://127.0.0.1:1/orders/8'"),
                    refuses("'http://localhost:8080/users/7'", "'x'")),
            value("ip-address-6", accepts("'::ffff:192.0.2.128'", "'::1'"), refuses("'localhost'", "1")),
            value("email", accepts("'alice@example.com'", "'bob@example.org'"), refuses("'alice'", "1")),
            value("iso-date", accepts("'2024-02-29'", "'1999-12-31'"), refuses("'29.02.2024'", "'x'")),
            value("iso-time", accepts("'T12:30:00+01:00'"), refuses("'x'", "1")),
            value("iso-datetime", accepts("'2024-02-29T12:30:00+01:00'"), refuses("'29.02.2024'", "'x'")),
            value("iso-datetime-millis", accepts("'2024-02-29T12:30:00.123+01:00'"), refuses("'2024-02-29'", "'x'")),
            value("rfc-1123", accepts("'Thu, 29 Feb 2024 12:30:00 +0100'"), refuses("'2024-02-29'", "'x'")),
            json("quoted-key", accepts("{'it`s': 'a'}", "{'it`s': 'b'}"), refuses("{'it`s': 1}", "{}")),
            json("spaced-key", accepts("{'a b.c': 'a'}", "{'a b.c': 'b'}"), refuses("{'a b.c': 1}", "{}")),
            json("root-array", accepts("[1]", "[2, 3]"), refuses("['a']", "[]", "{}")),
            json("root-text", accepts("'a'", "'b'"), refuses("1", "null")),
            json("root-number", accepts("1", "2"), refuses("'a'", "null")));

    /** A matcher of the value {@code v} in a JSON object. */
    private static Case value(String name, List<String> good, List<String> spoiled) {
        return json(
                name,
                good.stream().map("{'v': %s}"::formatted).toList(),
                spoiled.stream().map("{'v': %s}"::formatted).toList());
    }

    /** A body of a response alone. */
    private static Case answer(String name, List<String> good, List<String> spoiled) {
        return Case.answers(name, JSON, quoted(good), quoted(spoiled));
    }

    private static Case json(String name, List<String> good, List<String> spoiled) {
        return Case.body(name, JSON, quoted(good), quoted(spoiled));
    }

    private static List<String> quoted(List<String> texts) {
        return texts.stream()
                .map(text -> text.replace('\'', '"').replace('`', '\''))
                .toList();
    }

    private static List<String> accepts(String... texts) {
        return Arrays.asList(texts);
    }

    private static List<String> refuses(String... texts) {
        return Arrays.asList(texts);
    }
}
