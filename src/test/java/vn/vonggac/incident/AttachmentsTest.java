package vn.vonggac.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.Retention;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class AttachmentsTest {

    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    private final TestInstallation installation;
    private final Incidents incidents;
    private final Attachments attachments;

    AttachmentsTest(TestInstallation installation) {
        this.installation = installation;
        this.incidents = installation.bean(Incidents.class);
        this.attachments = installation.bean(Attachments.class);
    }

    @BeforeEach
    void twoPortals() {
        TestPortals.add(installation);
    }

    private long told(Enclosure... files) {
        return ((Outcome.Saved<Incident>) open(Scope.EVERYTHING, files)).value().id();
    }

    private Outcome<Incident> open(Scope scope, Enclosure... files) {
        return attachments.open(scope, new ByHand(1, "https://s1.example/tin", Kind.DEFACEMENT,
                "Công an tỉnh", START, "gọi"), List.of(files), "an");
    }

    private static Enclosure file(String name, String words) {
        return new Enclosure(name, words.getBytes(StandardCharsets.UTF_8));
    }

    private List<Attachment> of(long id) {
        return attachments.of(Scope.EVERYTHING, id);
    }

    private Outcome<List<Attachment>> add(long id, Enclosure... files) {
        return attachments.add(Scope.EVERYTHING, id, List.of(files), "binh");
    }

    private static void isRejected(Outcome<?> outcome, String problem) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class,
                rejected -> assertThat(rejected.problems().toString())
                        .contains("incident.attachment.problem." + problem));
    }

    @Test
    void whatCameWithTheWordIsKeptByteForByteWithHashNameSizeAuthorAndTime() {
        long id = told(file("ảnh màn hình.jpg", "một"), file("công văn 12.pdf", "hai"));

        assertThat(of(id)).extracting(Attachment::name, Attachment::size, Attachment::author)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ảnh màn hình.jpg", 5L, "an"),
                        org.assertj.core.groups.Tuple.tuple("công văn 12.pdf", 3L, "an"));
        Attachment first = of(id).getFirst();
        assertThat(first.hash()).isEqualTo(DigestUtils.sha256Hex("một"));
        assertThat(first.at()).isEqualTo(installation.time().instant());
        assertThat(attachments.read(first)).isInstanceOfSatisfying(CopyRead.Whole.class,
                whole -> assertThat(new String(whole.body(), StandardCharsets.UTF_8)).isEqualTo("một"));
        assertThat(incidents.log(Scope.EVERYTHING, id)).extracting(Step::deed).containsExactly(
                Step.Deed.RAISED_BY_HAND, Step.Deed.ATTACHED, Step.Deed.ATTACHED);
        assertThat(incidents.log(Scope.EVERYTHING, id).get(1).note()).contains("ảnh màn hình.jpg",
                first.hash());
    }

    @Test
    void whatCannotBeKeptWholeOpensNothingAndSaysWhy() {
        Audit audit = installation.bean(Audit.class);
        long before = audit.count(AuditFilter.EVERYTHING);
        isRejected(open(Scope.EVERYTHING, file("một.txt", "một"), file("rỗng.txt", "")), "empty");
        isRejected(open(Scope.EVERYTHING, IntStream.rangeClosed(0, attachments.most())
                .mapToObj(i -> file(i + ".txt", "x")).toArray(Enclosure[]::new)), "many");
        assertThat(open(Scope.of(List.of(2L)), file("một.txt", "một"))).isInstanceOf(Outcome.Absent.class);

        assertThat(incidents.count(Scope.EVERYTHING, IncidentFilter.of(IncidentFilter.Which.ALL))).isZero();
        assertThat(audit.count(AuditFilter.EVERYTHING)).isEqualTo(before);
        assertThat(installation.bean(WantedVisits.class).portals(START.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void oneThatComesLaterIsALineInTheLogAndInTheTrail() {
        long id = told();
        assertThat(add(id, file("thư.eml", "From: a05"))).isInstanceOf(Outcome.Saved.class);

        assertThat(incidents.log(Scope.EVERYTHING, id).getLast()).returns(Step.Deed.ATTACHED, Step::deed)
                .returns("binh", Step::actor);
        assertThat(installation.bean(Audit.class).find(new AuditFilter("binh", "", "incident:" + id), 9, 0))
                .singleElement().satisfies(line -> {
                    assertThat(line.action()).isEqualTo("incident.deed.attached");
                    assertThat(line.detail()).contains("thư.eml", DigestUtils.sha256Hex("From: a05"));
                });
    }

    @Test
    void itStaysAsLongAsItsIncidentHoweverOldItGets() {
        long id = told(file("ảnh.jpg", "một ảnh"));
        installation.bean(Copies.class).lay("không ai giữ".getBytes(StandardCharsets.UTF_8), "x");
        installation.time().pass(Duration.ofDays(1000));
        installation.bean(Retention.class).sweep();

        assertThat(attachments.read(of(id).getFirst())).isInstanceOf(CopyRead.Whole.class);
        assertThat(installation.bean(Copies.class).read(DigestUtils.sha256Hex("không ai giữ")))
                .isInstanceOf(CopyRead.Missing.class);
    }

    @Test
    void bytesThatAreLostAreNamedByTheHashOfTheirFile() throws IOException {
        long id = told(file("ảnh.jpg", "sẽ mất"), file("thư.eml", "còn đây"));
        String hash = of(id).getFirst().hash();
        Copies copies = installation.bean(Copies.class);
        assertThat(copies.verifyRows(missing -> assertThat(missing).isEmpty())).isZero();
        Files.delete(
                copies.folder().resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash));

        List<String> lost = new ArrayList<>();
        assertThat(copies.verifyRows(lost::add)).isOne();
        assertThat(lost).containsExactly(hash);
        assertThat(attachments.read(of(id).getFirst())).isInstanceOf(CopyRead.Missing.class);
    }

    @Test
    void theSameBytesTwiceAreTwoFilesAndOneCopy() {
        long id = told(file("a.txt", "như nhau"));
        add(id, file("b.txt", "như nhau"));
        assertThat(of(id)).extracting(Attachment::name).containsExactly("a.txt", "b.txt");
        assertThat(of(id)).extracting(Attachment::hash).containsOnly(DigestUtils.sha256Hex("như nhau"));
    }

    @Test
    void whatIsEmptyTooLargeTooManyOrForAClosedOneIsRefusedWhole() {
        long id = told(file("một.txt", "một"));
        isRejected(add(id), "none");
        isRejected(add(id, file("hai.txt", "hai"), file("rỗng.txt", "")), "empty");
        isRejected(add(id, new Enclosure("lớn.bin", new byte[(int) attachments.largest() + 1])), "large");
        isRejected(add(id, IntStream.range(0, attachments.most()).mapToObj(i -> file(i + ".txt", "x"))
                .toArray(Enclosure[]::new)), "many");
        incidents.handle(Scope.EVERYTHING, id, incident -> Handling.close(incident, Resolution.DUPLICATE,
                new Handling.Word("an", START, "trùng")));
        isRejected(add(id, file("hai.txt", "hai")), "closed");
        assertThat(of(id)).extracting(Attachment::name).containsExactly("một.txt");
    }

    @Test
    void ofThirtyWhoAddAtOnceNobodyAddsOneTooMany() throws Exception {
        long id = told();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome<List<Attachment>>>> all = IntStream.range(0, 30)
                    .<Callable<Outcome<List<Attachment>>>>mapToObj(
                            i -> () -> add(id, file(i + ".txt", "tệp " + i)))
                    .toList();
            threads.invokeAll(all).forEach(each -> assertThat(each.state().name()).isEqualTo("SUCCESS"));
        }
        assertThat(of(id)).hasSize(attachments.most());
    }

    @Test
    void whoDoesNotSeeTheAgencySeesAndAddsNone() {
        long id = told(file("ảnh.jpg", "một"));
        Scope other = Scope.of(List.of(2L));
        assertThat(attachments.of(other, id)).isEmpty();
        assertThat(attachments.find(other, id, of(id).getFirst().id())).isEmpty();
        assertThat(attachments.add(other, id, List.of(file("x", "x")), "x"))
                .isInstanceOf(Outcome.Absent.class);
        long another = told();
        assertThat(attachments.find(Scope.EVERYTHING, another, of(id).getFirst().id())).isEmpty();
    }

    @Test
    void aNameIsItsLastPartAndNothingThatAReaderCannotSee() {
        assertThat(file("C:\\Users\\an\\ảnh.jpg", "x").name()).isEqualTo("ảnh.jpg");
        assertThat(file("../../etc/passwd", "x").name()).isEqualTo("passwd");
        assertThat(file("a\u0000b\u202egpj.exe\n", "x").name()).isEqualTo("abgpj.exe");
        assertThat(List.of("", "..", "/", "\u200b", "a/.")).map(name -> file(name, "x").name())
                .containsOnly("attachment");
        assertThat(file("x".repeat(199) + "😀.jpg", "x").name()).hasSize(199);
        assertThat(new Attachment(7, 1, "thư \"số\" 1*.html", "", 1, "an", START).disposition()).isEqualTo(
                "attachment; filename=\"attachment-7.bin\"; filename*=UTF-8''th%C6%B0%20%22s%E1%BB%91%22%201%2A.html");
    }
}
