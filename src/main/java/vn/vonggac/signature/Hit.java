package vn.vonggac.signature;

import java.util.List;
import vn.vonggac.page.Place;

/**
 * A signature that matched: in which field, where on the page and after how many letters of its text, and the words it
 * matched, with {@code hidden} telling whether a reader can see them and {@code quoted} whether they stand in quotation
 * marks. {@code about} is what a report speaks of.
 */
public record Hit(String signature, Topic topic, List<Topic> about, double weight, Field field, Place place,
        int at,
        String quote, boolean hidden, boolean quoted) {

    public Hit {
        about = List.copyOf(about);
    }

    /** The same report, of these trades. */
    public Hit about(List<Topic> trades) {
        return new Hit(signature, topic, trades, weight, field, place, at, quote, hidden, quoted);
    }

    /** Of a report: whether it speaks of a trade. */
    public boolean reportsOn(Topic trade) {
        return about.isEmpty() || about.contains(trade);
    }
}
