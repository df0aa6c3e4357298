/**
 * Results for people and for machines: console text, JUnit XML, JSON, Markdown, HTML, and the annotations of GitHub and GitLab.
 *
 * <p>In: a {@link dev.contract.provider.VerificationResult}. Out: text. Only JUnit XML holds durations, and only
 * the page and the detailed console text show exchanges, which have the times of the service in them: of all others, equal results give equal
 * bytes.
 *
 * <h2>The JSON report</h2>
 *
 * <pre>{@code
 * {
 *   "provider": "user-service",
 *   "success": false,
 *   "contracts": [{
 *     "consumer": "order-service",
 *     "source": "contracts/order-service-user-service.json",
 *     "success": false,
 *     "pending": false,
 *     "leftOut": 0,
 *     "notices": [],
 *     "interactions": [{
 *       "interactionId": "4c1b…",                    // of the broker; null when there is none
 *       "interactionDescription": "a request for user user123",
 *       "success": false,
 *       "errors": ["Body had differences"],          // in short; see Outcome.errors
 *       "verdict": "failed",                         // passed, failed, error
 *       "pending": false,                            // a pending one may fail
 *       "states": [{"name": "user user123 exists", "params": {}}],
 *       "location": "contracts/order-service-user-service.json:12:5",  // null when unknown
 *       "testname": "UserClientTest.finds_an_existing_user",           // null when unknown
 *       "mismatches": [{
 *         "attribute": "body",                       // method, path, query, header, status, body, body-content-type, metadata, openapi
 *         "identifier": "$.name",                    // path in the body or name of the header; "" where there is only one
 *         "description": "Expected …",
 *         "expected": "…", "actual": "…",            // short texts, either may be null
 *         "renamedTo": "full_name"                   // what a missing key seems to be called now; null when nothing is near
 *       }],
 *       "exceptions": [{"message": "no response within the time limit of 10 s"}],
 *       "testline": "UserClientTest.java:31",        // null when unknown
 *       "curl": "curl -i http://127.0.0.1:8080/users/user123",         // null when it passed
 *       "report": "FAILED  order-service → …",       // the block of the console; null when it passed
 *       "warnings": [],                              // as below, of this interaction
 *       "strength": {                                // only where it was asked for and the interaction passed
 *         "changes": 27, "noticed": 26,              // of changes of the response that were tried
 *         "untried": 0,                              // changes that were left out of a large response
 *         "weaknesses": [{"where": "$.name", "becomes": "empty", "mend": "match it with …"}]
 *       },
 *       "openapi": [{                                // only where an OpenAPI document does not allow or know something
 *         "rule": "RESPONSE_BODY",                   // see dev.contract.openapi.OpenApiRule
 *         "advice": false,                           // true: it fails nothing
 *         "where": "response $.id",
 *         "description": "is to be integer", "found": "\\"7\\"",        // found may be null
 *         "place": "openapi.yaml:31:13",             // what asks for it
 *         "pointer": "#/components/schemas/User/properties/id/type",
 *         "mend": "correct the service, or the schema"
 *       }],
 *       "response": {                                // only where it was asked for and a response came; never a value
 *         "method": "GET", "path": "/users/user123", "status": 200,
 *         "headers": ["Content-Type"],
 *         "fields": ["$.name", "$.tags"]             // of a JSON body; $.items[*].id, and .* where keys are data
 *       }
 *     }]
 *   }],
 *   "warnings": [{"code": "CONTRACT-STATE", "text": "…"}]
 * }
 * }</pre>
 *
 * <p>Attributes may be added; none is renamed or removed. A broker takes the interactions as its {@code testResults}: see
 * {@link dev.contract.provider.report.JsonReport#testResults}.
 */
@NullMarked
package dev.contract.provider.report;

import org.jspecify.annotations.NullMarked;
