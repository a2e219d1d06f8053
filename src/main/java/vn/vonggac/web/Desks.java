package vn.vonggac.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.account.SignedIn;
import vn.vonggac.api.SessionAuthentication;
import vn.vonggac.detect.Messages;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;

/** Makes the {@link Desk} of a request, and hands it to every controller method that asks for one. */
@Singleton
final class Desks implements TypedRequestArgumentBinder<Desk> {

    static final String LANGUAGE = "desk-language";
    static final String THEME = "desk-theme";

    private final InstantSource time;
    private final Provider<Pulses> pulses;
    private final Provider<Marks> marks;
    private final Incidents incidents;
    private final List<Board.Entry> boards;

    // the server makes this one before it listens; the watch behind the pulses takes its time
    Desks(InstantSource time, Provider<Pulses> pulses, Provider<Marks> marks, Incidents incidents,
            List<Board.Entry> boards) {
        this.time = time;
        this.pulses = pulses;
        this.marks = marks;
        this.incidents = incidents;
        this.boards = boards;
    }

    @Override
    public Argument<Desk> argumentType() {
        return Argument.of(Desk.class);
    }

    @Override
    public BindingResult<Desk> bind(ArgumentConversionContext<Desk> context, HttpRequest<?> request) {
        return () -> Optional.of(of(request));
    }

    Desk of(HttpRequest<?> request) {
        Messages messages = Messages.in(language(request));
        Address address = address(request);
        Optional<Desk.Viewer> viewer = viewer(request);
        Optional<Desk.Viewer> reads = viewer.filter(person -> person.may(May.READ));
        return new Desk(messages, new Times(time, messages), viewer, address,
                Theme.named(cookie(request, THEME)), reads.isPresent() ? pulses.get().now() : Pulse.NONE,
                done(messages, address),
                reads.map(person -> incidents.count(person.scope(), IncidentFilter.QUEUE)).orElse(0L),
                reads.isPresent() ? boards : List.of(), reads.isPresent() ? marks.get().all() : Map.of());
    }

    private static Optional<Desk.Viewer> viewer(HttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class)
                .map(known -> known.getAttributes().get(SessionAuthentication.SIGNED_IN))
                .filter(SignedIn.class::isInstance).map(SignedIn.class::cast).map(Desk.Viewer::new);
    }

    /** What the reader chose; else the first language of the browser that the desk speaks. */
    private static Locale language(HttpRequest<?> request) {
        String chosen = cookie(request, LANGUAGE);
        if (!chosen.isEmpty()) {
            return Locale.of(chosen);
        }
        return accepted(request).stream().map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(locale -> List.of("vi", "en").contains(locale.getLanguage())).findFirst()
                .orElse(Messages.VIETNAMESE.locale());
    }

    private static List<Locale.LanguageRange> accepted(HttpRequest<?> request) {
        try {
            return Locale.LanguageRange
                    .parse(request.getHeaders().get("Accept-Language", String.class, "vi"));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static String cookie(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue).orElse("");
    }

    private static Address address(HttpRequest<?> request) {
        Map<String, String> query = new LinkedHashMap<>();
        request.getParameters()
                .forEach((name, values) -> query.put(name, values.isEmpty() ? "" : values.getFirst()));
        return new Address(request.getPath(), query);
    }

    private static Optional<String> done(Messages messages, Address address) {
        String key = "web.done." + address.value("done");
        return messages.has(key) ? Optional.of(messages.text(key)) : Optional.empty();
    }
}
