package vn.vonggac.detect;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * Text for people, by key, in one language. A key begins with the name of the package that owns it, and its
 * text is in that package's bundle: {@code fetch.refused.loopback} in {@code messages/fetch.properties}
 * (Vietnamese, the base) and {@code messages/fetch_en.properties}. Every text is a {@link MessageFormat}
 * pattern; a test keeps code, templates and the two languages in step.
 */
public final class Messages {

    public static final Messages VIETNAMESE = new Messages(Locale.of("vi"));
    public static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    private static final Pattern WORDS = Pattern.compile("(?:detector\\.language|fetch\\.failed)\\.[a-z-]+");
    private static final ResourceBundle.Control ONLY_ASKED_LANGUAGE = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
    }

    /** English for an English reader, Vietnamese for everybody else. */
    public static Messages in(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : VIETNAMESE;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text, or the key itself where nobody wrote one: a reader sees the gap, the page still stands. An argument that
     * is the key of a word is said as that word.
     */
    public String text(String key, Object... arguments) {
        try {
            return new MessageFormat(bundle(key).getString(key), locale)
                    .format(Arrays.stream(arguments).map(this::said).toArray());
        } catch (MissingResourceException e) {
            return key;
        }
    }

    private Object said(Object argument) {
        return argument instanceof String word && WORDS.matcher(word).matches() ? text(word) : argument;
    }

    public String text(String key, Collection<?> arguments) {
        return text(key, arguments.toArray());
    }

    public boolean has(String key) {
        try {
            return bundle(key).containsKey(key);
        } catch (MissingResourceException e) {
            return false;
        }
    }

    private ResourceBundle bundle(String key) {
        int dot = key.indexOf('.');
        String owner = dot < 0 ? key : key.substring(0, dot);
        return ResourceBundle.getBundle("messages/" + owner, locale, ONLY_ASKED_LANGUAGE);
    }
}
