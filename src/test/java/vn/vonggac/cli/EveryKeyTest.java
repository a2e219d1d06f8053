package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every typed record of settings: each key documented with its default, read at it and at another value. */
class EveryKeyTest {

    private final Map<String, Object> documented = new KnownKeys().defaults();

    @Test
    void everyKeyIsDocumentedAndReadAtItsDefault() throws ReflectiveOperationException {
        try (ApplicationContext context = start(Map.of())) {
            List<Key> keys = keys(context);
            assertThat(keys).hasSizeGreaterThan(50);
            for (Key key : keys) {
                assertThat(documented).containsKey(key.name);
                assertThat(key.read(context)).as(key.name).isEqualTo(key.converted(usual(context, key)));
                if (key.argument.getAnnotationMetadata()
                        .hasAnnotation(io.micronaut.core.bind.annotation.Bindable.class)) {
                    String inCode = key.argument.getAnnotationMetadata()
                            .stringValue(io.micronaut.core.bind.annotation.Bindable.class, "defaultValue")
                            .orElse("");
                    assertThat(key.converted(
                            context.getEnvironment().getPlaceholderResolver()
                                    .resolveRequiredPlaceholders(inCode)))
                            .as("in code: " + key.name)
                            .isEqualTo(key.converted(usual(context, key)));
                }
            }
        }
    }

    @Test
    void everyKeyIsReadAtAnotherValue() throws ReflectiveOperationException {
        Map<String, Object> others = new TreeMap<>();
        try (ApplicationContext context = start(Map.of())) {
            for (Key key : keys(context)) {
                others.put(key.name, other(key, key.read(context)));
            }
        }
        try (ApplicationContext context = start(others)) {
            for (Key key : keys(context)) {
                assertThat(key.read(context)).as(key.name).isEqualTo(key.converted(others.get(key.name)))
                        .isNotEqualTo(key.converted(usual(context, key)));
            }
        }
    }

    private Object usual(ApplicationContext context, Key key) {
        Object usual = documented.get(key.name);
        return usual instanceof String text
                ? context.getEnvironment().getPlaceholderResolver().resolveRequiredPlaceholders(text)
                : usual;
    }

    private static Object other(Key key, Object usual) {
        return switch (usual) {
            case Integer number -> number + 1;
            case Long number -> number + 1;
            case Double number -> number + 0.5;
            case Boolean flag -> !flag;
            case Duration duration -> duration.plusSeconds(1).toString();
            case List<?> list -> List.of("10.9.8.0/24");
            case Map<?, ?> map -> Map.of("other", List.of("User-Agent: x"));
            case Path path -> "elsewhere";
            case String text -> "From: " + key.name + "@a.vn";
            default -> throw new AssertionError(key.name + " is of no known kind");
        };
    }

    private static ApplicationContext start(Map<String, Object> settings) {
        return ApplicationContext.builder().deduceEnvironment(false).banner(false).properties(settings)
                .start();
    }

    private static List<Key> keys(ApplicationContext context) {
        return context.getAllBeanDefinitions().stream()
                .filter(definition -> definition.hasAnnotation(ConfigurationProperties.class))
                .filter(definition -> definition.getBeanType().getName().startsWith("vn.vonggac"))
                .flatMap(definition -> Arrays.stream(definition.getConstructor().getArguments())
                        .filter(argument -> !argument.getType().isRecord())
                        .map(argument -> new Key(definition, argument)))
                .toList();
    }

    private static final class Key {

        private final BeanDefinition<?> definition;
        private final Argument<?> argument;
        private final String name;

        Key(BeanDefinition<?> definition, Argument<?> argument) {
            this.definition = definition;
            this.argument = argument;
            name = definition.stringValue(ConfigurationReader.class, "prefix").orElseThrow() + "."
                    + NameUtils.hyphenate(argument.getName(), true);
        }

        Object read(ApplicationContext context) throws ReflectiveOperationException {
            Method accessor = definition.getBeanType().getDeclaredMethod(argument.getName());
            accessor.setAccessible(true);
            return accessor.invoke(context.getBean(definition));
        }

        Object converted(Object value) {
            if (value.equals("") || value.equals(List.of()) || value.equals(Map.of())) {
                return argument.getType() == List.class
                        ? List.of()
                        : argument.getType() == Map.class ? Map.of() : "";
            }
            return ConversionService.SHARED.convertRequired(value, argument);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
