package vn.vonggac.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import vn.vonggac.account.Accounts;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;

/** A program that uses the API, signed in or not. */
final class Program {

    static final String PASSWORD = "Vọng-gác-2026";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI address;
    private final String cookie;
    private final String token;

    private Program(URI address, String cookie, String token) {
        this.address = address;
        this.cookie = cookie;
        this.token = token;
    }

    static Program nobody(TestInstallation installation) {
        return new Program(installation.address(), "", "");
    }

    /** As the first administrator, who is set up for it. */
    static Program administrator(TestInstallation installation) {
        Accounts accounts = installation.bean(Accounts.class);
        accounts.setUp(
                new Accounts.FirstAdministrator(accounts.newSetUpCode(), "An", "an", PASSWORD, PASSWORD));
        return holding(installation, installation.signIn("an", PASSWORD));
    }

    static Program holding(TestInstallation installation, String cookie) {
        return new Program(installation.address(), cookie, "");
    }

    static Program bearing(TestInstallation installation, String token) {
        return new Program(installation.address(), "", token);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    HttpResponse<String> send(String method, String path, String json, String... headers) {
        return json.isEmpty()
                ? send(method, path, new byte[0], headers)
                : send(method, path, json.getBytes(StandardCharsets.UTF_8),
                        with(headers, "Content-Type", "application/json"));
    }

    /** The headers with one more, where it is not among them. */
    private static String[] with(String[] headers, String name, String value) {
        if (String.join("\n", headers).contains(name)) {
            return headers;
        }
        String[] more = java.util.Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = name;
        more[headers.length + 1] = value;
        return more;
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/api/v1" + path));
        String[] all = with(headers, "Accept-Language", "vi");
        if (method.equals("PUT")) {
            all = with(all, "If-Match", "*");
        }
        if (!token.isEmpty()) {
            all = with(all, "Authorization", "Bearer " + token);
        }
        request.headers(cookie.isEmpty() ? all : with(all, "Cookie", cookie));
        try {
            return CLIENT.send(request.method(method, BodyPublishers.ofByteArray(body)).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Who is still sending when the answer comes may find the connection closed before it. */
    void assertTooLarge(String method, String path, byte[] body, String... headers) {
        try {
            assertProblem(send(method, path, body, headers), 413, "too-large");
        } catch (IllegalStateException closed) {
            assertThat(closed).hasCauseInstanceOf(IOException.class);
        }
    }

    /** A problem of this kind, with nothing of the service's inside in it. */
    static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                kind -> assertThat(kind).startsWith("application/problem+json"));
        assertThat(response.body()).contains("\"type\":\"urn:vonggac:problem:" + type + "\"")
                .doesNotContain("vn.vonggac", "java.", "micronaut", "Exception", "SELECT");
    }
}
