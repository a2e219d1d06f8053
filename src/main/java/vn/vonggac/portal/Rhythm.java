package vn.vonggac.portal;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.Duration;

/** A duration in a column, as ISO writes it. */
@Singleton
final class Rhythm implements AttributeConverter<Duration, String> {

    static final Duration USUAL = Duration.ofMinutes(5);
    static final Duration DENSEST = Duration.ofMinutes(1);
    static final Duration SLOWEST = Duration.ofDays(7);

    @Override
    public String convertToPersistedValue(Duration duration, ConversionContext context) {
        return duration.toString();
    }

    @Override
    public Duration convertToEntityValue(String column, ConversionContext context) {
        return Duration.parse(column);
    }
}
