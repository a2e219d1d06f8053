package vn.vonggac.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A reader without a browser: reads pages, fills forms as their markup says, sends them. */
final class Reader {

    /** The server closed before it had read all. */
    static final int CUT_OFF = 0;

    private static final String BOUNDARY = "----desk";
    private static final int FLOOD = 11 * 1024 * 1024;

    private final URI address;
    private final String cookie;
    private final HttpClient client = HttpClient.newHttpClient();

    Reader(String address, String cookie) {
        this.address = URI.create(address);
        this.cookie = cookie;
    }

    record Answer(int status, String text, String location) {

        Document page() {
            return Jsoup.parse(text);
        }
    }

    record Field(String name, String type, boolean required, String value) {

        boolean isTyped() {
            return Set.of("date", "datetime-local", "email", "tel", "select", "checkbox").contains(type);
        }

        boolean isSecret() {
            return type.equals("password");
        }
    }

    /** A form on a page, with what its fields hold. */
    record WebForm(String page, String action, boolean multipart, List<Field> fields,
            Map<String, String> values) {

        String value(String field) {
            return values.getOrDefault(field, "");
        }

        WebForm filled(Map<String, String> good) {
            Map<String, String> filled = new LinkedHashMap<>(values);
            filled.replaceAll((name, value) -> value.isEmpty() ? good.getOrDefault(name, "") : value);
            return new WebForm(page, action, multipart, fields, filled);
        }
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    /** Those that say where they go; the others are sent by a script, as one of these. */
    List<WebForm> forms(String path) {
        return get(path).page().select("form[method=post]").stream()
                .filter(form -> !form.attr("action").isEmpty() && !form.attr("action").equals("/sign-out"))
                .map(form -> form(path, form))
                .toList();
    }

    private static WebForm form(String path, Element form) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Element input : form.select("input[name],select[name],textarea[name]")) {
            if (!Set.of("hidden", "file", "submit").contains(input.attr("type"))) {
                Field field = field(input);
                fields.putIfAbsent(field.name(), field);
                values.merge(field.name(), field.value(), (one, other) -> one.isEmpty() ? other : one);
            } else if (input.attr("type").equals("hidden")) {
                values.put(input.attr("name"), input.val());
            }
        }
        return new WebForm(path, form.attr("action"), form.attr("enctype").startsWith("multipart"),
                List.copyOf(fields.values()), values);
    }

    private static Field field(Element input) {
        boolean select = input.nameIs("select");
        String type = select ? "select" : input.nameIs("textarea") ? "textarea" : input.attr("type");
        return new Field(input.attr("name"), type, input.hasAttr("required"), held(input));
    }

    private static String held(Element input) {
        if (input.nameIs("select")) {
            Element chosen = input.selectFirst("option[selected]");
            return chosen == null ? input.select("option").attr("value") : chosen.attr("value");
        }
        return Set.of("checkbox", "radio").contains(input.attr("type")) && !input.hasAttr("checked")
                ? ""
                : input.val();
    }

    /** What a field of the form with this action holds on a page. */
    static String value(Document page, String action, String field) {
        return page.select("form[action=" + action + "]").select("[name=" + field + "]").stream()
                .map(Reader::held).filter(held -> !held.isEmpty()).findFirst().orElse("");
    }

    Answer post(WebForm form, String field, Spoil spoil) {
        Map<String, String> encoded = encoded(form);
        String good = encoded.getOrDefault(field, "");
        encoded.put(field, spoil.encoded());
        return spoil == Spoil.TWICE
                ? send(form, encoded, Map.of(field, good))
                : send(form, encoded, Map.of());
    }

    Answer post(WebForm form, String field, String value) {
        Map<String, String> encoded = encoded(form);
        encoded.put(field, encode(value));
        return send(form, encoded, Map.of());
    }

    Answer post(WebForm form) {
        return send(form, encoded(form), Map.of());
    }

    /** The form with files as a browser sends them: each its name, whatever that is, and its bytes. */
    Answer upload(WebForm form, List<Map.Entry<String, byte[]>> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        encoded(form).forEach((name, value) -> part(body, name, value));
        for (Map.Entry<String, byte[]> file : files) {
            body.writeBytes(
                    ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                            + file.getKey() + "\"\r\nContent-Type: text/html\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(HttpRequest.newBuilder(address.resolve(form.action()))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    int flood(WebForm form) {
        Map<String, String> encoded = encoded(form);
        encoded.put(form.fields().getFirst().name(), "x".repeat(FLOOD));
        try {
            return send(form, encoded, Map.of()).status();
        } catch (UncheckedIOException e) {
            return CUT_OFF;
        }
    }

    private static Map<String, String> encoded(WebForm form) {
        Map<String, String> encoded = new LinkedHashMap<>(form.values());
        encoded.replaceAll((name, value) -> encode(value));
        return encoded;
    }

    private Answer send(WebForm form, Map<String, String> encoded, Map<String, String> more) {
        byte[] body = form.multipart() ? multipart(encoded, more) : urlencoded(encoded, more);
        return send(HttpRequest.newBuilder(address.resolve(form.action()))
                .header("Content-Type", form.multipart()
                        ? "multipart/form-data; boundary=" + BOUNDARY
                        : "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static byte[] urlencoded(Map<String, String> encoded, Map<String, String> more) {
        StringBuilder body = new StringBuilder();
        encoded.forEach((name, value) -> body.append(name).append('=').append(value).append('&'));
        more.forEach((name, value) -> body.append(name).append('=').append(value).append('&'));
        return body.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] multipart(Map<String, String> encoded, Map<String, String> more) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        encoded.forEach((name, value) -> part(body, name, value));
        more.forEach((name, value) -> part(body, name, value));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String name, String encoded) {
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        // one byte a character: what the percent signs stood for
        body.writeBytes(URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(
                    request.header("Accept", "text/html,*/*;q=0.8").header("Accept-Language", "vi")
                            .header("Cookie", cookie).build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
