package vn.vonggac.fetch;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Charsets by the names that pages give them, which on the web mean something else now and then. */
final class CharsetNames {

    static final Charset VIETNAMESE = Charset.forName("windows-1258");
    static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Map<String, Charset> WEB = Map.ofEntries(Map.entry("utf8", StandardCharsets.UTF_8),
            Map.entry("unicode-1-1-utf-8", StandardCharsets.UTF_8), Map.entry("iso-8859-1", WESTERN),
            Map.entry("iso8859-1", WESTERN), Map.entry("latin1", WESTERN), Map.entry("us-ascii", WESTERN),
            Map.entry("ascii", WESTERN), Map.entry("x-user-defined", WESTERN),
            Map.entry("cp1258", VIETNAMESE),
            Map.entry("x-cp1258", VIETNAMESE), Map.entry("gb2312", Charset.forName("GB18030")),
            Map.entry("gbk", Charset.forName("GB18030")), Map.entry("x-sjis", Charset.forName("windows-31j")),
            Map.entry("shift_jis", Charset.forName("windows-31j")),
            Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")),
            Map.entry("euc-kr", Charset.forName("x-windows-949")),
            Map.entry("tis-620", Charset.forName("x-windows-874")),
            Map.entry("unicode", StandardCharsets.UTF_16LE), Map.entry("utf-16", StandardCharsets.UTF_16LE));

    private CharsetNames() {}

    static Optional<Charset> find(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        Charset web = WEB.get(key);
        if (web != null) {
            return Optional.of(web);
        }
        try {
            return Optional.of(Charset.forName(key));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Whether it has several bytes a character, so that Vietnamese in a font's clothes is out of the question. */
    static boolean isWide(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() > 1;
    }
}
