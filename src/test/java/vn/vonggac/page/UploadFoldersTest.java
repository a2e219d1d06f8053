package vn.vonggac.page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UploadFoldersTest {

    @ParameterizedTest
    @CsvSource({"https://a.example/uploads/files/x.html, /uploads/",
            "https://a.example/Portals/0/bai/x.pdf?v=1, /Portals/0/",
            "https://a.example/tin/UserFiles/x.html#top, /tin/UserFiles/",
            "http://a.example/wp-content/uploads/2026/x.php, /wp-content/",
            "//a.example/ckfinder/x.html, /ckfinder/"})
    void whatLiesInAFolderOfUploadsIsKnownByIt(String url, String folder) {
        assertThat(UploadFolders.above(url)).contains(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/", "https://a.example", "https://uploads/tin/x.html",
            "https://a.example/tin/uploads", "https://a.example/portals/12/x.pdf",
            "https://a.example/tin?from=/uploads/x", "https://a.example?x=/uploads/x", "", "/"})
    void whatLiesElsewhereIsNot(String url) {
        assertThat(UploadFolders.above(url)).isEmpty();
    }
}
