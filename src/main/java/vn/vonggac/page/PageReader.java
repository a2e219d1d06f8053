package vn.vonggac.page;

/** Reads hostile bytes into what they say. Never throws on any bytes; what could not be read is a gap. */
public interface PageReader {

    PageContent read(PageSource source);
}
