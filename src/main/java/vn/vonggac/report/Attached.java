package vn.vonggac.report;

import java.text.Normalizer;
import java.util.List;
import vn.vonggac.incident.Attachment;

/** A file that somebody added to an incident, where it is in an evidence file, and whether it is in it or why not. */
record Attached(Attachment file, String place, String state) {

    private static final int LONGEST = 150;

    /** A name that leads nowhere else, and that no program takes for its own. */
    static String place(int number, String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replace('đ', 'd').replace('Đ', 'D').replaceAll("[^\\w-]+", ".")
                .replaceAll("^\\.|\\.$", "");
        return String.format("attachments/%02d-%s.bin", number,
                plain.substring(0, Math.min(plain.length(), LONGEST)));
    }

    static String table(List<Attached> attached) {
        StringBuilder table = new StringBuilder("sha256\tsize\tadded\tby\tstate\tfile\tname\n");
        attached.forEach(each -> table.append(String.join("\t", each.file.hash(),
                Long.toString(each.file.size()), each.file.at().toString(), each.file.author(), each.state,
                each.place, each.file.name().replaceAll("\\s", " "))).append('\n'));
        return table.toString();
    }
}
