package vn.vonggac.portal;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.List;

/** A list of short words in one column, a line end before and after each so that a query finds whole words. */
@Singleton
final class Lines implements AttributeConverter<List<String>, String> {

    static String join(List<String> entries) {
        return entries.isEmpty() ? "" : "\n" + String.join("\n", entries) + "\n";
    }

    @Override
    public String convertToPersistedValue(List<String> entries, ConversionContext context) {
        return join(entries);
    }

    @Override
    public List<String> convertToEntityValue(String column, ConversionContext context) {
        return column.lines().filter(line -> !line.isEmpty()).toList();
    }
}
