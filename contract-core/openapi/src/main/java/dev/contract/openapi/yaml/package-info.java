/**
 * YAML as the tree that {@code json} knows, with the line and column of every value.
 *
 * <p>In: bytes. Out: a {@link dev.contract.core.json.JsonValue}, or a {@link dev.contract.openapi.yaml.YamlSyntaxException} that says where
 * the text stops being readable. Plain words mean what they mean in the core schema of YAML 1.2: {@code no} is a text, and so is a date.
 * Untrusted input: size, depth and what aliases amount to are limited, tags make no objects. The only room that imports SnakeYAML, which
 * comes with the optional library of JSON Schema; who reads YAML without it is told what to add. Start reading at
 * {@link dev.contract.openapi.yaml.YamlReader}.
 */
@NullMarked
package dev.contract.openapi.yaml;

import org.jspecify.annotations.NullMarked;
