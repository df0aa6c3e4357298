package dev.contract.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often the new name of a key is found, in answers such as people change them. */
class RenamesTest {

    /** A key of the expected object, what became of it, and the new answer, in which other things may be new as well. */
    private record Rename(String expected, String missing, String now, String actual) {
        boolean isFound() {
            return found().equals(Optional.of(now));
        }

        Optional<String> found() {
            Body wanted = Body.text(expected, ContentType.JSON);
            Body came = Body.text(actual, ContentType.JSON);
            MatchResult result = PlanCompiler.response(
                            ResponsePart.of(HttpResponse.of(200).withBody(wanted)), SpecVersion.V4)
                    .match(HttpResponse.of(200).withBody(came));
            return MismatchReport.of(result, wanted, came).findings().stream()
                    .filter(finding -> finding.where().endsWith("." + missing))
                    .findFirst()
                    .flatMap(Finding::renamedTo);
        }
    }

    private static final List<Rename> RENAMES = List.of(
            rename("userId", "user_id"),
            rename("created_at", "createdAt"),
            rename("name", "full_name"),
            rename("email", "emailAddress"),
            rename("phone", "telephone"),
            rename("street", "streetName"),
            rename("zip", "zipCode"),
            rename("zip", "postalCode"),
            rename("surname", "lastName"),
            rename("qty", "quantity"),
            rename("amount", "totalAmount"),
            rename("price", "unitPrice"),
            rename("items", "orderItems"),
            rename("customer", "costumer"),
            rename("id", "ID"),
            rename("total", "totals"),
            rename("URL", "url"),
            rename("isActive", "active"),
            rename("description", "desc"),
            rename("addr", "address"),
            rename("firstName", "givenName"),
            rename("state", "status"),
            rename("birthday", "dateOfBirth"),
            rename("first_name", "firstname"),
            // among others that are new
            rename("name", "full_name", "\"nickname\": \"Al\""),
            rename("userId", "user_id", "\"tenant\": \"t1\""),
            rename("created_at", "createdAt", "\"updatedAt\": \"x\""),
            rename("street", "streetName", "\"city\": \"Ulm\""),
            rename("customer", "costumer", "\"consumer\": \"x\""),
            rename("email", "mail", "\"language\": \"de\""),
            rename("phone", "phoneNumber", "\"fax\": \"1\""),
            // the same value under a name that has nothing in common
            new Rename("{\"zip\": \"10115\"}", "zip", "plz", "{\"a\": \"1\", \"b\": \"2\", \"plz\": \"10115\"}"),
            // of another kind than what is near
            new Rename("{\"name\": \"Al\"}", "name", "label", "{\"names\": [\"Al\"], \"label\": \"Al\"}"),
            // another value, and a stranger beside it
            rename("surname", "lastName", "\"title\": \"Dr\""),
            rename("zip", "postalCode", "\"country\": \"CH\""));

    private static Rename rename(String missing, String now) {
        return new Rename(
                "{\"before\": 1, \"%s\": \"old value\", \"after\": true}".formatted(missing),
                missing,
                now,
                "{\"before\": 1, \"%s\": \"new\", \"after\": true}".formatted(now));
    }

    private static Rename rename(String missing, String now, String alsoNew) {
        Rename plain = rename(missing, now);
        return new Rename(
                plain.expected(),
                missing,
                now,
                "{" + alsoNew + ", " + plain.actual().substring(1));
    }

    @Test
    void at_least_9_of_10_are_named_rightly() {
        assertThat(RENAMES.stream()
                        .filter(rename -> !rename.isFound())
                        .map(rename -> rename.missing() + " → " + rename.now() + ", found " + rename.found()))
                .containsExactly("surname → lastName, found Optional.empty", "zip → postalCode, found Optional.empty");
        assertThat(RENAMES).hasSize(35);
    }
}
