package vn.vonggac.signature;

import vn.vonggac.page.Place;

/**
 * A signature that matched: in which field, where on the page and after how many letters of its text, and the words it
 * matched, with {@code hidden} telling whether a reader can see them and {@code quoted} whether they stand in quotation
 * marks.
 */
public record Hit(String signature, Topic topic, double weight, Field field, Place place, int at,
        String quote, boolean hidden, boolean quoted) {}
