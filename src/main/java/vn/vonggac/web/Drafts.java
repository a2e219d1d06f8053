package vn.vonggac.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Between a form and a draft of another package: a record of texts, each the field of its name. */
final class Drafts {

    private Drafts() {}

    static <D extends Record> D read(Form form, Class<D> type) {
        RecordComponent[] fields = type.getRecordComponents();
        Object[] typed = Arrays.stream(fields).map(field -> form.typed(field.getName())).toArray();
        Class<?>[] kinds = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            var constructor = type.getDeclaredConstructor(kinds);
            return constructor.newInstance(typed);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is no draft", e);
        }
    }

    static Form fill(Record draft) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent field : draft.getClass().getRecordComponents()) {
            try {
                values.put(field.getName(), String.valueOf(field.getAccessor().invoke(draft)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(draft.getClass() + " is no draft", e);
            }
        }
        return Form.of(values);
    }
}
