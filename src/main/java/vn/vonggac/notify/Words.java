package vn.vonggac.notify;

import java.util.Locale;
import vn.vonggac.page.Inert;

/** How a constant is named in a form, an address and a message key. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An address out of a portal's page, written so that nobody and nothing follows it. */
    static String inert(String address) {
        return Inert.address(plain(address));
    }

    /** One line without what moves a reader's cursor or turns the direction of writing. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", " ").strip();
    }
}
