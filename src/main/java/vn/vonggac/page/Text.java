package vn.vonggac.page;

/** Plain text: blanks that count as one. */
final class Text {

    private Text() {}

    static String collapsed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (TextRun.isBlank(letter)) {
                gap = !kept.isEmpty();
            } else {
                if (gap) {
                    kept.append(' ');
                    gap = false;
                }
                kept.append(letter);
            }
        }
        return kept.toString();
    }
}
