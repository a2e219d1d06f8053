package vn.vonggac.cli;

import java.util.List;
import vn.vonggac.detect.Verdict;

/** One target of {@code check}: what each view saw of it and what it amounts to. */
record Checked(String target, String url, Verdict verdict, List<SeenView> views, long millis) {

    /** What one view saw; a file has neither status nor chain. */
    record SeenView(String view, int status, String finalUrl, List<String> chain, String sha256) {}
}
