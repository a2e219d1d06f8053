package vn.vonggac.page;

import java.util.Locale;
import java.util.Map;

/** Colours as numbers, as far as telling text from its background needs. */
final class Colours {

    /** Declared, but not to be known from here: a variable, a picture, a gradient. */
    static final int UNKNOWN = -1;
    static final int TRANSPARENT = -2;
    static final int WHITE = 0xffffff;

    /** Two colours nearer than this in every channel look the same. */
    private static final int NEAR = 10;

    private static final Map<String, Integer> NAMES = Map.ofEntries(Map.entry("white", WHITE),
            Map.entry("black", 0), Map.entry("red", 0xff0000), Map.entry("lime", 0x00ff00),
            Map.entry("green", 0x008000), Map.entry("blue", 0x0000ff), Map.entry("yellow", 0xffff00),
            Map.entry("gray", 0x808080), Map.entry("grey", 0x808080), Map.entry("silver", 0xc0c0c0),
            Map.entry("navy", 0x000080), Map.entry("maroon", 0x800000), Map.entry("orange", 0xffa500),
            Map.entry("snow", 0xfffafa), Map.entry("ivory", 0xfffff0), Map.entry("whitesmoke", 0xf5f5f5),
            Map.entry("ghostwhite", 0xf8f8ff), Map.entry("floralwhite", 0xfffaf0),
            Map.entry("darkred", 0x8b0000), Map.entry("darkblue", 0x00008b), Map.entry("darkgreen", 0x006400),
            Map.entry("transparent", TRANSPARENT));

    private Colours() {}

    static int parse(String value) {
        if (value.startsWith("#")) {
            return hex(value.substring(1));
        }
        if (value.startsWith("rgb")) {
            return channels(value);
        }
        return NAMES.getOrDefault(value, UNKNOWN);
    }

    /** The colour a {@code background} shorthand begins with, unknown when it paints anything else. */
    static int background(String value) {
        if (value.contains("url(") || value.contains("gradient")) {
            return UNKNOWN;
        }
        int blank = value.startsWith("rgb") ? value.indexOf(')') + 1 : value.indexOf(' ');
        int colour = parse(blank > 0 ? value.substring(0, blank) : value);
        return value.equals("none") || value.equals("inherit") ? TRANSPARENT : colour;
    }

    /** A colour as old attributes write it: {@code ffffff}, {@code #fff}, {@code white}. */
    static int attribute(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        Integer named = NAMES.get(lower);
        return named != null ? named : hex(lower.startsWith("#") ? lower.substring(1) : lower);
    }

    static boolean same(int first, int second) {
        return first >= 0 && second >= 0 && near(first >> 16, second >> 16)
                && near(first >> 8 & 0xff, second >> 8 & 0xff) && near(first & 0xff, second & 0xff);
    }

    private static boolean near(int first, int second) {
        return Math.abs(first - second) < NEAR;
    }

    private static int hex(String digits) {
        try {
            return switch (digits.length()) {
                case 3, 4 -> doubled(Integer.parseInt(digits.substring(0, 3), 16));
                case 6 -> Integer.parseInt(digits, 16) & WHITE;
                case 8 -> digits.endsWith("00") ? TRANSPARENT : Integer.parseInt(digits.substring(0, 6), 16);
                default -> UNKNOWN;
            };
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }

    private static int doubled(int three) {
        return (three >> 8 & 15) * 0x110000 | (three >> 4 & 15) * 0x1100 | (three & 15) * 0x11;
    }

    private static int channels(String value) {
        String[] parts = value.substring(value.indexOf('(') + 1).replace(")", "").split("[\\s,/]+", 6);
        if (parts.length < 3) {
            return UNKNOWN;
        }
        if (parts.length > 3 && Lengths.number(parts[3]) < 0.05) {
            return TRANSPARENT;
        }
        return channel(parts[0]) << 16 | channel(parts[1]) << 8 | channel(parts[2]);
    }

    private static int channel(String part) {
        double number = Lengths.number(part);
        return (int) Math.clamp(part.endsWith("%") ? number * 255 : number, 0, 255);
    }
}
