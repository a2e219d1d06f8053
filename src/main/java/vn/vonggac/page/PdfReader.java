package vn.vonggac.page;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

/** Reads PDF documents: text line by line, links, title and metadata; bounded in pages, time, text and memory. */
final class PdfReader {

    private static final int MOST_LINKS = 5_000;

    private final PageConfig config;

    PdfReader(PageConfig config) {
        this.config = config;
    }

    void read(PageSource source, Gathered gathered) {
        if (DeflatedSize.isOver(source.body())) {
            gathered.gap(Gap.Reason.TOO_LARGE, "PDF streams");
            return;
        }
        PdfText text = new PdfText(gathered, System.nanoTime() + config.deadline().toNanos());
        try (PDDocument document = Loader.loadPDF(source.body())) {
            metadata(document.getDocumentInformation(), gathered);
            pages(document, text, gathered);
        } catch (InvalidPasswordException e) {
            gathered.gap(Gap.Reason.ENCRYPTED, "PDF");
        } catch (PdfText.EnoughException e) {
            gathered.gap(e.reason(), "PDF");
        } catch (IOException e) {
            gathered.gap(Gap.Reason.BROKEN, "PDF");
        } catch (OutOfMemoryError e) {
            // a single hostile stream decoded by the library; what it took is free again here
            gathered.gap(Gap.Reason.NO_MEMORY, "PDF");
        }
    }

    private void pages(PDDocument document, PdfText text, Gathered gathered) throws IOException {
        int all = document.getNumberOfPages();
        int pages = Math.min(all, config.documentPages());
        for (int page = 1; page <= pages; page++) {
            text.page(document, page);
            links(document, page, gathered);
        }
        if (pages < all) {
            gathered.gap(Gap.Reason.TOO_LARGE, pages + "/" + all);
        }
    }

    private static void metadata(PDDocumentInformation information, Gathered gathered) {
        gathered.title = Elements.bounded(Text.collapsed(orEmpty(information.getTitle())), 1_000);
        meta("author", information.getAuthor(), gathered);
        meta("description", information.getSubject(), gathered);
        meta("keywords", information.getKeywords(), gathered);
        meta("generator", information.getProducer(), gathered);
        meta("creator", information.getCreator(), gathered);
    }

    private static void meta(String name, @Nullable String content, Gathered gathered) {
        if (content != null && !content.isBlank()) {
            gathered.metas.add(new Meta(Place.NOWHERE, name, Elements.content(content)));
        }
    }

    private static void links(PDDocument document, int page, Gathered gathered) throws IOException {
        for (PDAnnotation annotation : document.getPage(page - 1).getAnnotations()) {
            boolean link = annotation instanceof PDAnnotationLink && gathered.links.size() < MOST_LINKS;
            if (link && ((PDAnnotationLink) annotation).getAction() instanceof PDActionURI action) {
                String target = Elements.bounded(orEmpty(action.getURI()).strip(), Address.LONGEST);
                String host = Hosts.of(target);
                gathered.links.add(
                        new Link(Place.onSheet(page, 0), target, orEmpty(annotation.getContents()), "", "",
                                host,
                                gathered.domain(host), gathered.isOutbound(host), Block.Region.MAIN,
                                Optional.empty()));
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
