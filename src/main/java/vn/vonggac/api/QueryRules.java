package vn.vonggac.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.portal.Fields;

/**
 * The conventions of every list, kept in one place: {@code page} counts from 1, {@code size} is at most 200, a filter
 * is one short line of its kind, given once; one that the route does not know is said, not passed over.
 */
@ServerFilter("/api/**")
final class QueryRules implements Ordered {

    private static final Map<String, Integer> MOST = Map.of("page", 1_000_000, "size", 200);
    private static final int LONGEST = 300;
    private static final String NOT_UTF_8 = "\ufffd";

    private final ConversionService conversions;

    QueryRules(ConversionService conversions) {
        this.conversions = conversions;
    }

    /** After it is known who asks: nobody else is told what a route knows. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        Fields fields = new Fields();
        List<Argument<?>> known = RouteAttributes.getRouteInfo(request).map(QueryRules::known)
                .orElse(List.of());
        request.getParameters().forEach((name, values) -> check(known, name, values, fields));
        return fields.sound() ? null : Answers.rejected(request, fields.problems());
    }

    private static List<Argument<?>> known(RouteInfo<?> route) {
        return route instanceof MethodBasedRouteInfo<?, ?> method
                ? Stream.<Argument<?>>of(method.getTargetMethod().getArguments()).filter(QueryRules::asked)
                        .toList()
                : List.of();
    }

    private static boolean asked(Argument<?> argument) {
        return argument.isAnnotationPresent(QueryValue.class);
    }

    private void check(List<Argument<?>> known, String name, List<String> values, Fields fields) {
        Optional<Argument<?>> argument = known.stream().filter(each -> each.getName().equals(name))
                .findFirst();
        if (argument.isEmpty()) {
            fields.reject(name.substring(0, Math.min(name.length(), LONGEST)), "no-field",
                    String.join(", ", known.stream().map(Argument::getName).toList()));
        } else if (values.size() > 1) {
            fields.reject(name, "twice");
        } else {
            check(argument.get(), fields.line(name, values.getFirst(), LONGEST), fields);
        }
    }

    private void check(Argument<?> argument, String value, Fields fields) {
        String name = argument.getName();
        if (value.contains(NOT_UTF_8)) {
            fields.reject(name, "not-utf-8");
        } else if (MOST.containsKey(name) && !isWithin(value, MOST.get(name))) {
            fields.reject(name, "number", 1, MOST.get(name));
        } else if (argument.getType() == boolean.class && !value.matches("true|false")) {
            fields.reject(name, "choice", value);
        } else if (fields.isSound(name) && conversions.convert(value, kind(argument)).isEmpty()) {
            fields.reject(name, "choice", value);
        }
    }

    private static Class<?> kind(Argument<?> argument) {
        return argument.isOptional()
                ? argument.getFirstTypeVariable().orElseThrow().getType()
                : argument.getType();
    }

    private static boolean isWithin(String value, int most) {
        return value.matches("[1-9]\\d{0,6}") && Integer.parseInt(value) <= most;
    }
}
