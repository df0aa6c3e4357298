package dev.contract.readme.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A consumer of two services: who exists gets a mail. */
public final class Checkout {
    private final UserClient users;
    private final String mailUrl;

    public Checkout(String userUrl, String mailUrl) {
        this.users = new UserClient(userUrl);
        this.mailUrl = mailUrl;
    }

    public void confirm(String id) throws IOException, InterruptedException {
        if (users.exists(id)) {
            HttpRequest mail = HttpRequest.newBuilder(URI.create(mailUrl + "/mails"))
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString(id))
                    .build();
            HttpClient.newHttpClient().send(mail, BodyHandlers.discarding());
        }
    }
}
