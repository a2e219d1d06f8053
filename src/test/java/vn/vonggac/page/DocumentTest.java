package vn.vonggac.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTest {

    private final PageReader reader = new PageReader();

    private PageContent read(byte[] body) {
        return reader.read(new PageSource("https://a.gov.vn/upload/x", body, Optional.empty(), false));
    }

    private PageContent read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pdfGivesTitleLinesAndLinks() throws IOException {
        PageContent content = read(pdf(false));

        assertThat(content.format()).isEqualTo(Format.PDF);
        assertThat(content.title()).isEqualTo("Tieu de");
        assertThat(content.blocks()).extracting(Block::text).containsExactly("Nha cai uy tin");
        assertThat(content.links()).extracting(Link::domain).containsExactly("789.example");
        assertThat(content.gaps()).isEmpty();
    }

    @Test
    void encryptedAndBrokenPdfSaySo() throws IOException {
        assertThat(read(pdf(true)).gaps()).extracting(Gap::reason).containsExactly(Gap.Reason.ENCRYPTED);
        assertThat(read("%PDF-1.7\nrubbish").gaps()).extracting(Gap::reason)
                .containsExactly(Gap.Reason.BROKEN);
    }

    @Test
    void pdfWhoseStreamsBlowUpIsNotDecoded() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write("%PDF-1.7\n1 0 obj <</Filter/FlateDecode>> stream\n".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                deflated.write(zeros);
            }
        }

        assertThat(read(bomb.toByteArray()).gaps()).extracting(Gap::reason)
                .containsExactly(Gap.Reason.TOO_LARGE);
    }

    @Test
    void everyLineOfTextIsABlock() {
        PageContent content = read("dòng một\r\n\n  dòng   hai ");

        assertThat(content.format()).isEqualTo(Format.TEXT);
        assertThat(content.blocks()).extracting(Block::text).containsExactly("dòng một", "dòng hai");
        assertThat(content.blocks()).extracting(block -> block.place().line()).containsExactly(1, 3);
    }

    @Test
    void feedGivesTextsLinksAndMarkupInside() {
        PageContent content = read(
                """
                        <?xml version="1.0"?><rss><channel><title>Tin tức</title><item><title>Một</title>
                        <link>https://b.example/1</link><description><![CDATA[<p>Hai <a href="/ba">ba</a></p>]]></description>
                        </item></channel></rss>""");

        assertThat(content.format()).isEqualTo(Format.XML);
        assertThat(content.title()).isEqualTo("Tin tức");
        assertThat(content.visibleText()).isEqualTo("Tin tức\nMột\nHai ba\n");
        assertThat(content.links()).extracting(Link::target).containsExactly("https://b.example/1",
                "https://a.gov.vn/ba");
    }

    @Test
    void siteMapSaysWhenEachAddressChangedLast() {
        PageContent content = read(
                """
                        <?xml version="1.0"?><urlset xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
                        <url><loc>/1</loc><lastmod>2026-01-05</lastmod></url>
                        <url><lastmod> 2026-01-05T08:30:00+07:00 </lastmod><loc>https://a.gov.vn/2</loc></url>
                        <url><loc>/3</loc><lastmod>2026-01-05T01:30:00Z</lastmod><image:image><image:loc>/anh.png</image:loc>
                        </image:image></url>
                        <url><loc>/4</loc><lastmod>2026-01-05T08:30</lastmod></url>
                        <url><loc>/5</loc><lastmod>2026-01-05T08:30:00.123+0700</lastmod></url>
                        <url><loc>/6</loc></url><url><loc>/7</loc><lastmod>hôm qua</lastmod></url>
                        <url><loc>/8</loc><lastmod>2026</lastmod></url><url><lastmod>2026-01-05</lastmod></url></urlset>""");

        assertThat(content.dated()).extracting(Dated::target).containsExactly("https://a.gov.vn/1",
                "https://a.gov.vn/2", "https://a.gov.vn/3", "https://a.gov.vn/4", "https://a.gov.vn/5");
        assertThat(content.dated()).extracting(dated -> dated.at().toString()).containsExactly(
                "2026-01-04T17:00:00Z", "2026-01-05T01:30:00Z", "2026-01-05T01:30:00Z",
                "2026-01-05T01:30:00Z", "2026-01-05T01:30:00.123Z");
        assertThat(content.gaps()).isEmpty();
    }

    @Test
    void markupBehindAFeedIsReadAsABrowserReadsIt() {
        PageContent content = read(
                """
                        <?xml version="1.0"?><rss><channel><title>Tin</title></channel></rss><div style="display:none;">
                        <a href="https://b.example/">chữ</a></div>
                        """);

        assertThat(content.format()).isEqualTo(Format.XML);
        assertThat(content.links()).extracting(Link::hidden)
                .containsExactly(Optional.of(HiddenReason.DISPLAY_NONE));
        assertThat(content.hiddenText()).isEqualTo("chữ\n");
        assertThat(content.gaps()).isEmpty();
    }

    @Test
    void markupInsideABrokenFeedIsReadToo() {
        PageContent content = read(
                "<rss><channel><item><title>Tin</title><br><a href=//b.example/ x>chữ</a>");

        assertThat(content.links()).extracting(Link::host).containsExactly("b.example");
        assertThat(content.visibleText()).isEqualTo("Tin\nchữ\n");
        assertThat(content.gaps()).extracting(Gap::reason).containsExactly(Gap.Reason.BROKEN);
    }

    @Test
    void entitiesNeitherReachOutsideNorBlowUp() {
        PageContent content = read("""
                <?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
                <!ENTITY x SYSTEM "file:///etc/passwd">]><r><t>&b;&x;</t></r>""");

        assertThat(content.visibleText()).doesNotContain("root").doesNotContain("aaaa");
    }

    @Test
    void jsonGivesItsTextsAndAddresses() {
        PageContent content = read("{\"a\":[\"chữ\",{\"b\":\"https://c.example/\"}],\"n\":1}");

        assertThat(content.format()).isEqualTo(Format.JSON);
        assertThat(content.visibleText()).isEqualTo("chữ\n");
        assertThat(content.links()).extracting(Link::host).containsExactly("c.example");
    }

    @Test
    void bytesDecideWhatADocumentIs() {
        assertThat(read("﻿ <html><p>x").format()).isEqualTo(Format.HTML);
        assertThat(read(new byte[]{'P', 'K', 3, 4, 0, 0, 0, 0}).format()).isEqualTo(Format.BINARY);
        assertThat(read(new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0}).format())
                .isEqualTo(Format.IMAGE);
        assertThat(read("GIF89a` <p>x</p>").format()).isEqualTo(Format.HTML);
        assertThat(read("GIF89a` hacked by").format()).isEqualTo(Format.TEXT);
        assertThat(read("<p>x").format()).isEqualTo(Format.HTML);
        assertThat(read("").gaps()).extracting(Gap::reason).containsExactly(Gap.Reason.EMPTY);
        assertThat(read(" \r\n\t").gaps()).extracting(Gap::reason).containsExactly(Gap.Reason.EMPTY);
    }

    @Test
    void bytesByChanceAreNoText() {
        byte[] bytes = new byte[50_000];
        new Random(1).nextBytes(bytes);

        assertThat(read(bytes).format()).isEqualTo(Format.BINARY);
        assertThat(read(bytes).gaps()).extracting(Gap::reason).containsExactly(Gap.Reason.UNSUPPORTED);
    }

    @Test
    void encodingIsFoundByMarkDeclarationOrTrying() {
        assertThat(read("<p>Tiếng Việt".getBytes(StandardCharsets.UTF_16)).visibleText())
                .isEqualTo("Tiếng Việt\n");
        assertThat(read("<meta charset=windows-1252><p>caf\u00e9".getBytes(StandardCharsets.ISO_8859_1))
                .visibleText())
                .isEqualTo("café\n");
        assertThat(read("<p>caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)).visibleText())
                .isEqualTo("café\n");
        assertThat(read("<meta charset=nonsense><p>Tiếng").visibleText()).isEqualTo("Tiếng\n");
    }

    private static byte[] pdf(boolean locked) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            document.getDocumentInformation().setTitle("Tieu de");
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                stream.showText("Nha cai uy tin");
                stream.endText();
            }
            PDActionURI action = new PDActionURI();
            action.setURI("https://www.789.example/");
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(action);
            page.getAnnotations().add(link);
            if (locked) {
                document.protect(new StandardProtectionPolicy("chủ", "khách", new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
