package dev.contract.broker.api;

import dev.contract.broker.page.Asset;
import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;

/** The files that pages refer to. */
final class AssetResource {
    private AssetResource() {}

    static void addTo(RouteTable table) {
        table.look(
                        Asset.FOLDER + "{name}",
                        (request, store) ->
                                asset(String.valueOf(request.values().get("name"))))
                .demanding(Demand.ASSET);
    }

    private static HttpResponse asset(String name) {
        Asset asset = Asset.named(name).orElseThrow(() -> Failure.unknown("There is no file named \"" + name + "\"."));
        return new HttpResponse(
                200,
                Headers.of("Content-Type", asset.type(), "Cache-Control", "public, max-age=31536000, immutable"),
                Body.of(asset.bytes()));
    }
}
