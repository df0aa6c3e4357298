package dev.contract.openapi.document;

import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * One file of a document.
 *
 * @param name what the user calls it
 * @param path where it really is, for references that are relative to it
 * @param problems what is wrong in it although it can be read
 */
record DocumentFile(String name, Path path, JsonValue root, List<Problem> problems) {}
