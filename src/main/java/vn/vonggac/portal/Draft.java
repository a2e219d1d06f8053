package vn.vonggac.portal;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What somebody typed who wants something kept: a record of texts, each the field of its name, empty where left out. */
public interface Draft {

    /** The fields by name, in their order. */
    default Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent field : getClass().getRecordComponents()) {
            try {
                values.put(field.getName(), (String) field.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(getClass() + " is no draft", e);
            }
        }
        return values;
    }

    static List<String> fields(Class<? extends Draft> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /** A draft whose every field is what was typed under its name. */
    static <D extends Draft> D of(Class<D> type, UnaryOperator<String> typed) {
        Object[] texts = fields(type).stream().map(typed).toArray();
        try {
            return type.cast(type.getDeclaredConstructors()[0].newInstance(texts));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no draft", e);
        }
    }
}
