package vn.vonggac.notify;

import vn.vonggac.page.Inert;

/** What is written into a message, so that it does nothing but say. */
final class Words {

    private Words() {}

    /** An address out of a portal's page, written so that nobody and nothing follows it. */
    static String inert(String address) {
        return Inert.address(plain(address));
    }

    /** One line without what moves a reader's cursor or turns the direction of writing. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", " ").strip();
    }
}
