package dev.contract.samples.springuserservice;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.provider.target.RequestHandler;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Answers the requests of contracts by MockMvc. */
final class MockMvcHandler implements RequestHandler {
    private static final Pattern COOKIE = Pattern.compile("([^=;\\s]+)=([^;]*)");

    private final MockMvc mvc;

    MockMvcHandler(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Override
    public HttpResponse answer(HttpRequest request) throws Exception {
        MvcResult result = mvc.perform(asMock(request)).andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result = mvc.perform(MockMvcRequestBuilders.asyncDispatch(result)).andReturn();
        }
        return asResponse(result.getResponse());
    }

    private static MockHttpServletRequestBuilder asMock(HttpRequest request) {
        String query = request.query().encoded();
        URI url = URI.create("http://localhost" + request.path() + (query.isEmpty() ? "" : "?" + query));
        MockHttpServletRequestBuilder mock = MockMvcRequestBuilders.request(HttpMethod.valueOf(request.method()), url)
                .content(request.body().bytes());
        request.headers().forEach((name, values) -> values.forEach(value -> mock.header(name, value)));
        request.headers().values("Cookie").forEach(cookies -> addCookies(mock, COOKIE.matcher(cookies)));
        return mock;
    }

    private static void addCookies(MockHttpServletRequestBuilder mock, Matcher cookie) {
        while (cookie.find()) {
            mock.cookie(new Cookie(cookie.group(1), cookie.group(2)));
        }
    }

    private static HttpResponse asResponse(MockHttpServletResponse mock) {
        Headers.Builder headers = Headers.builder();
        mock.getHeaderNames().forEach(name -> headers.addAll(name, mock.getHeaders(name)));
        return new HttpResponse(mock.getStatus(), headers.build(), Body.of(mock.getContentAsByteArray()));
    }
}
