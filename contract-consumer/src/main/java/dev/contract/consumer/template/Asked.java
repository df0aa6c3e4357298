package dev.contract.consumer.template;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlReader;
import dev.contract.core.xml.XmlSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request while its values are taken; its body is read at most once in each way. One thread at a time. */
final class Asked {
    private final HttpRequest request;
    private @Nullable JsonValue json;
    private @Nullable List<XmlElement> xml;
    private @Nullable Query form;

    Asked(HttpRequest request) {
        this.request = request;
    }

    HttpRequest request() {
        return request;
    }

    /** The body as JSON; null, the JSON value, when it is none. */
    JsonValue json() {
        if (json == null) {
            json = readJson();
        }
        return json;
    }

    private JsonValue readJson() {
        try {
            return JsonReader.read(request.body().bytes());
        } catch (JsonSyntaxException e) {
            return JsonNull.NULL;
        }
    }

    /** The root of the body as XML; none when it is no XML. */
    List<XmlElement> xml() {
        if (xml == null) {
            xml = readXml();
        }
        return xml;
    }

    private List<XmlElement> readXml() {
        try {
            return List.of(XmlReader.read(request.body().bytes()));
        } catch (XmlSyntaxException e) {
            return List.of();
        }
    }

    /** The fields of the body as a form. */
    Query form() {
        if (form == null) {
            form = Query.parse(request.body().text());
        }
        return form;
    }
}
