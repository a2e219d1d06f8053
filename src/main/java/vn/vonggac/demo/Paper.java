package vn.vonggac.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A PDF of one page that says the given lines. Its font is not embedded: the letters are Unicode, as the map beside
 * it says.
 */
final class Paper {

    private static final int TOP = 780;
    private static final int LINE = 18;
    private static final List<Integer> ROWS = List.of(0x00, 0x01, 0x03, 0x1E, 0x20);

    private Paper() {}

    static byte[] saying(List<String> lines) {
        String text = text(lines);
        String letters = letters();
        List<String> objects = List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                stream(text),
                "<</Type/Font/Subtype/Type0/BaseFont/Times/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/Times/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                        + "/Supplement 0>>/FontDescriptor 8 0 R/DW 500>>",
                stream(letters),
                "<</Type/FontDescriptor/FontName/Times/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900"
                        + "/Descent -200/CapHeight 700/StemV 80>>");
        return file(objects).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder("BT /F 12 Tf 50 " + TOP + " Td " + LINE + " TL\n");
        for (String line : lines) {
            text.append('<').append(HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)))
                    .append("> Tj T*\n");
        }
        return text.append("ET").toString();
    }

    /** A range of a map must not leave its row of 256. */
    private static String letters() {
        StringBuilder map = new StringBuilder(
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
                        + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        map.append(ROWS.size()).append(" beginbfrange\n");
        ROWS.forEach(row -> map.append("<%02X00> <%<02XFF> <%<02X00>\n".formatted(row)));
        return map.append("endbfrange endcmap end end").toString();
    }

    private static String stream(String content) {
        return "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    private static String file(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
        return file.append("trailer <</Size ").append(objects.size() + 1).append("/Root 1 0 R>>\nstartxref\n")
                .append(table).append("\n%%EOF\n").toString();
    }
}
