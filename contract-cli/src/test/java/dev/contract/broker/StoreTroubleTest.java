package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.api.BrokerRoutes;
import dev.contract.broker.delivery.Courier;
import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.egress.Egress;
import dev.contract.broker.egress.EgressRules;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class StoreTroubleTest {

    private static HttpResponse answerWith(StoreTrouble.Kind kind) {
        Store troubled = new BrokenStore(kind);
        try (Egress egress = new Egress(EgressRules.DEFAULT)) {
            Courier courier = new Courier(troubled, egress, DeliverySettings.DEFAULT, Clock.systemUTC());
            return new BrokerRoutes(troubled, ApiSettings.DEFAULT, courier)
                    .apply(HttpRequest.of("GET", "/pacticipants"));
        }
    }

    @Test
    void a_database_without_room_is_told() {
        HttpResponse answer = answerWith(StoreTrouble.Kind.FULL);

        assertThat(answer.status()).isEqualTo(507);
        assertThat(Client.text(Client.json(answer), "error"))
                .isEqualTo("The database has no room left. What it has can be read;"
                        + " nothing can be added until its disk has room.");
    }

    @Test
    void a_database_that_is_away_may_be_asked_again() {
        HttpResponse answer = answerWith(StoreTrouble.Kind.AWAY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().first("Retry-After")).hasValue("2");
        assertThat(Client.text(Client.json(answer), "error"))
                .isEqualTo("The database cannot be reached. Nothing was changed; ask again in a moment.");
    }

    @Test
    void a_database_that_others_hold_may_be_asked_again() {
        HttpResponse answer = answerWith(StoreTrouble.Kind.BUSY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().first("Retry-After")).hasValue("2");
        assertThat(Client.text(Client.json(answer), "error"))
                .isEqualTo("Others hold the database for too long. Nothing was changed; ask again in a moment."
                        + " If it stays so, end the other process that has its file open.");
    }
}
