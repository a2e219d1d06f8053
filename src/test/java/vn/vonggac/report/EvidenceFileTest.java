package vn.vonggac.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.Attachments;
import vn.vonggac.incident.Enclosure;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Sighting;
import vn.vonggac.page.Brought;
import vn.vonggac.page.Copies;
import vn.vonggac.page.PageCopy;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** An evidence file is checked anywhere, and says so of every byte that was touched. */
class EvidenceFileTest {

    private static final String PAGE = "https://s1.example/tin/1";
    private static final Instant AT = Instant.parse("2025-12-24T00:00:00Z");

    private static TestInstallation installation;
    private static long incident;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        installation = TestInstallation
                .with(Map.of("vonggac.data", folder.resolve("data").toString()));
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("S1", "Sở Một", "", "", "", "", "", "", "", "", ""), "test");
        installation.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Cổng Một",
                "https://s1.example/", "S1", "", "", "", "", "", "", "", "", "", "5m", ""), "test");
        keep("2025-12-01T00:00:00Z", "<title>Tin</title><p>Hội nghị</p>", false);
        String hash = keep(AT.toString(), "<title>Tin</title><script>alert(1)</script>", true).lastHash();
        Finding finding = new Finding("hidden-link", Family.LINK, Severity.HIGH, 0.97, "citizen",
                new Place("html > body", 1), "<img src=x onerror=alert(1)>", "detector.hidden-link",
                List.of("1", "kubet.example"), List.of("kubet.example"));
        incident = installation.bean(Incidents.class)
                .observe(new Sighting("1", PAGE, AT, new Verdict(Verdict.Level.COMPROMISED, 0.98,
                        List.of(finding), List.of()), true,
                        List.of(new Exhibit(PAGE, AT, "citizen", 200,
                                hash, PAGE, "GET /tin/1 HTTP/1.1\nHost: s1.example"))))
                .getFirst().incident().id();
    }

    private static PageCopy keep(String at, String html, boolean flagged) {
        Copies copies = installation.bean(Copies.class);
        return copies.keep(copies.lay(new Brought(1, PAGE, "citizen", Instant.parse(at),
                html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", 200, List.of(PAGE),
                html.hashCode(), flagged, flagged ? "suspicious" : "clean", List.of())));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static byte[] zip() throws IOException {
        try (InputStream zip = installation.bean(EvidenceFile.class)
                .of(Scope.EVERYTHING, incident, Messages.VIETNAMESE, "an").orElseThrow()) {
            return zip.readAllBytes();
        }
    }

    @Test
    void theReportIsAPdfToo() throws IOException {
        Map<String, byte[]> files = files(zip());
        Path picture = Path.of(System.getProperty("desk.pictures", folder.toString()), "report.png");
        try (PDDocument pdf = Loader.loadPDF(files.get("report.pdf"))) {
            assertThat(words(pdf)).contains("Hồ sơ chứng cứ sự cố số " + incident,
                    "Cổng Một", "Tên miền bị cài", "kubet[.]example", "<img src=x",
                    "Dòng thời gian", "phát hiện hxxps[:]//s1[.]example/tin/1");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(pdf.getPage(0).getResources().getFontNames())
                    .allMatch(name -> embedded(pdf.getPage(0).getResources(), name)).isNotEmpty();
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 80), "png", picture.toFile());
        }
        assertThat(picture).isNotEmptyFile();
    }

    private static String words(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }

    private static boolean embedded(PDResources resources, COSName name) {
        try {
            return resources.getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTableIsAsLongAsItNeedsAndALetterThatNoFontHasIsAQuestionMark() throws IOException {
        List<List<String>> rows = IntStream.range(0, 200)
                .mapToObj(row -> List.of("dòng " + row, "đ".repeat(300), "Nguyê\u0303n\u0000 漢 😀")).toList();
        byte[] bytes = PdfReport.of("vi", List.of(new Block.Title("Dài"),
                new Block.Table(List.of("Một", "Hai", "Ba"), rows), new Block.Table(List.of(), List.of())));
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            String text = words(pdf);
            assertThat(pdf.getNumberOfPages()).isGreaterThan(8);
            assertThat(text).contains("dòng 0 ", "dòng 199 ", "Nguyễn ? ?");
            assertThat(text.chars().filter(letter -> letter == 'đ').count()).isEqualTo(200 * 300);
        }
        assertThat(bytes.length).isLessThan(500_000);
    }

    @Test
    void itHoldsTheCopiesBeforeAndDuringTheExchangeAndTheLogAndIsWhole() throws IOException {
        Map<String, byte[]> files = files(zip());
        assertThat(files.keySet()).contains("report.html", "report.pdf", "timeline.tsv", "copies.tsv",
                "exchanges/000-citizen.txt", "manifest.sha256", "manifest.sig", "public-key.txt")
                .filteredOn(name -> name.startsWith("copies/")).hasSize(2);
        assertThat(text(files, "report.html")).contains("Cổng Một", "&lt;img src=x", "kubet[.]example")
                .doesNotContain("<img", "<script", "href=");
        EvidenceCheck.Result result = checked(zip());
        assertThat(result.faults()).isEmpty();
        assertThat(result.signer()).isEqualTo(installation.bean(SigningKey.class).fingerprint());
    }

    @Test
    void whatPeopleAddedIsInItByteForByteAndInTheManifest() throws IOException {
        installation.bean(Attachments.class).add(Scope.EVERYTHING, incident,
                List.of(new Enclosure("..ảnh màn hình..svg.", "<svg onload=alert(1)>".getBytes(
                        StandardCharsets.UTF_8)), new Enclosure("thu.pdf", new byte[]{1, 2, 3})),
                "an");
        Map<String, byte[]> files = files(zip());
        assertThat(files.get("attachments/02-thu.pdf.bin")).containsExactly(1, 2, 3);
        assertThat(files.keySet()).filteredOn(name -> name.startsWith("attachments/"))
                .containsExactly("attachments/01-anh.man.hinh.svg.bin", "attachments/02-thu.pdf.bin");
        assertThat(text(files, "attachments.tsv")).contains("..ảnh màn hình..svg.\n", "\tan\tkept\t");
        assertThat(text(files, "report.html")).contains("Tệp do người gửi kèm", "thu.pdf · 3 B");
        assertThat(checked(zip()).faults()).isEmpty();
        assertThat(faults(touched -> touched.put("attachments/02-thu.pdf.bin", new byte[]{1, 2, 4})))
                .containsExactly("changed: attachments/02-thu.pdf.bin");
    }

    @Test
    void whateverIsTouchedIsNamed() throws IOException {
        assertThat(faults(files -> files.put("timeline.tsv", new byte[0])))
                .containsExactly("changed: timeline.tsv");
        assertThat(faults(files -> files.remove("timeline.tsv"))).containsExactly("missing: timeline.tsv");
        assertThat(faults(files -> files.put("more.txt", new byte[1]))).containsExactly("added: more.txt");
        assertThat(faults(files -> files.put("../../etc/passwd", new byte[1])))
                .containsExactly("a name that does not belong here: ../../etc/passwd");
        assertThat(faults(files -> files.put("manifest.sha256",
                (text(files, "manifest.sha256") + "\n").getBytes(StandardCharsets.UTF_8))))
                .contains("the signature is not of this manifest");
        assertThat(faults(files -> files.remove("manifest.sig"))).hasSize(1);
        assertThat(faults(Map::clear)).isNotEmpty();
    }

    @Test
    void whatUnpacksWithoutEndIsNotUnpacked() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bomb"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 520; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(EvidenceCheck.of(file).faults()).anyMatch(fault -> fault.startsWith("unpacks to more"));
        assertThat(EvidenceCheck.of(folder.resolve("not-there.zip")).sound()).isFalse();
    }

    @Test
    void theKeyIsItsOwnersAlone() throws IOException {
        assertThat(installation.bean(SigningKey.class).fingerprint()).hasSize(64);
        Path key = folder.resolve("data").resolve("evidence.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
    }

    @Test
    void anotherReaderGetsNothing() {
        assertThat(installation.bean(EvidenceFile.class).of(Scope.of(List.of(99L)), incident,
                Messages.ENGLISH, "x")).isEmpty();
    }

    private static List<String> faults(Consumer<Map<String, byte[]>> hand) throws IOException {
        Map<String, byte[]> files = files(zip());
        hand.accept(files);
        return checked(packed(files)).faults();
    }

    private static EvidenceCheck.Result checked(byte[] zip) throws IOException {
        return EvidenceCheck.of(Files.write(Files.createTempFile(folder, "evidence", ".zip"), zip));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
