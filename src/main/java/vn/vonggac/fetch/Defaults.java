package vn.vonggac.fetch;

import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.naming.NameUtils;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Builds a configuration record from the defaults in its own annotations, so that they are written once for the
 * container and for programs that have none.
 */
final class Defaults {

    private Defaults() {}

    static <T> T of(Class<T> type, String prefix, Map<String, Object> changes) {
        try {
            @SuppressWarnings("unchecked")
            Constructor<T> constructor = (Constructor<T>) type.getDeclaredConstructors()[0];
            return constructor.newInstance(Arrays.stream(constructor.getParameters())
                    .map(parameter -> value(parameter, prefix, changes)).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Configuration " + type.getSimpleName() + ": " + e.getCause(),
                    e);
        }
    }

    private static Object value(Parameter parameter, String prefix, Map<String, Object> changes) {
        String key = prefix + NameUtils.hyphenate(parameter.getName());
        Bindable bindable = parameter.getAnnotation(Bindable.class);
        if (bindable == null) {
            return of(parameter.getType(), key + ".", changes);
        }
        Object value = changes.getOrDefault(key, bindable.defaultValue());
        if (value.equals("") && parameter.getType() != String.class) {
            return parameter.getType() == Map.class ? Map.of() : List.of();
        }
        return ConversionService.SHARED.convertRequired(value, parameter.getType());
    }
}
