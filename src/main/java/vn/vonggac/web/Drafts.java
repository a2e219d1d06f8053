package vn.vonggac.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.portal.Draft;

/** Between a form and a draft of what shall be kept. */
final class Drafts {

    /** The field of a form that says what was there when it was opened. */
    static final String VERSION = "version";

    private static final int BYTES = 12;

    private Drafts() {}

    static <D extends Draft> D read(Form form, Class<D> type) {
        return Draft.of(type, form::typed);
    }

    /** A form of what is kept, to be changed. */
    static Form fill(Draft draft) {
        Map<String, String> values = new LinkedHashMap<>(draft.values());
        values.put(VERSION, version(draft));
        return Form.of(values);
    }

    /** A form of what is not kept yet. */
    static Form suggest(Draft draft) {
        return Form.of(draft.values());
    }

    /** Whether this is what the form was opened with. */
    static boolean knows(Form form, Draft now) {
        return version(now).equals(form.typed(VERSION));
    }

    /** The fields that hold something else now than was typed. */
    static Map<String, String> differences(Form form, Draft now) {
        Map<String, String> theirs = new LinkedHashMap<>(now.values());
        theirs.entrySet().removeIf(field -> !form.holds(field.getKey())
                || plain(form.value(field.getKey())).equals(plain(field.getValue())));
        return theirs;
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    static String version(Draft draft) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        draft.values().forEach((name, value) -> digest
                .update((name + ":" + value.length() + ":" + value).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
