package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Block;
import vn.vonggac.page.Format;
import vn.vonggac.page.Place;

/**
 * Words that people read and machines do not: letters of another alphabet among Latin ones, letters set apart by dots.
 * Whatever they say, nobody who has nothing to hide writes so.
 */
@Singleton
final class DisguisedWordsDetector implements Detector {

    private static final double EACH = 0.3;
    private static final int FEWEST = 2;
    private static final int MOST_COUNTED = 8;
    /** Letters that formulas and names of substances do not put among Latin ones, and that look like one of these. */
    private static final String GREEK = "οονιρτχυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    /** Marks that Vietnamese puts on letters and no language that is written in Cyrillic or Greek letters does. */
    private static final String VIETNAMESE_MARKS = "\u0309\u031b\u0323";
    private static final String VOWELS_WITH_MARKS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,40}");
    private static final Pattern SET_APART = Pattern.compile(
            "(?<![\\p{L}\\p{N}@/.])\\p{L}(?:(?:[.·•*_|]\\p{Ll}){2,12}|(?: \\p{Ll}){4,40})(?![\\p{L}\\p{N}@/])");
    private static final String JOINERS = " .·•*_|";
    private static final int FIRST_GREEK = 0x370;
    private static final int LAST_CYRILLIC = 0x52F;

    private record Disguised(String word, Place place) {}

    @Override
    public String id() {
        return "disguised-words";
    }

    @Override
    public Family family() {
        return Family.PLACE;
    }

    @Override
    public List<Finding> look(Observation observation) {
        return observation.views().stream().filter(seen -> seen.content().format() == Format.HTML)
                .flatMap(seen -> look(seen).stream()).toList();
    }

    private Optional<Finding> look(Seen seen) {
        Map<String, Disguised> found = new LinkedHashMap<>();
        Stream.concat(disguised(seen.content().title(), Place.NOWHERE),
                seen.content().blocks().stream().flatMap(DisguisedWordsDetector::disguised))
                .filter(one -> found.size() < MOST_COUNTED)
                .forEach(one -> found.putIfAbsent(one.word(), one));
        if (found.size() < FEWEST) {
            return Optional.empty();
        }
        List<Disguised> words = List.copyOf(found.values());
        String quote = String.join(" ", words.stream().map(Disguised::word).toList());
        return Optional.of(Finding.of(this, Severity.HIGH, 1 - Math.pow(1 - EACH, words.size()), seen.view(),
                words.getFirst().place(), quote, quote));
    }

    private static Stream<Disguised> disguised(Block block) {
        return disguised(block.text(), block.place());
    }

    private static Stream<Disguised> disguised(String text, Place place) {
        boolean mixed = ofAnotherAlphabet(text);
        boolean apart = setApart(text);
        if (!mixed && !apart) {
            return Stream.of();
        }
        List<Disguised> found = new ArrayList<>();
        if (mixed) {
            WORD.matcher(text).results().map(MatchResult::group).filter(DisguisedWordsDetector::mixed)
                    .forEach(word -> found.add(new Disguised(word, place)));
        }
        if (apart) {
            SET_APART.matcher(text).results().map(MatchResult::group)
                    .filter(word -> word.chars().anyMatch(letter -> VOWELS_WITH_MARKS.indexOf(letter) >= 0))
                    .forEach(word -> found.add(new Disguised(word, place)));
        }
        return found.stream();
    }

    /** Whether a letter stands between two of the same joiner: most text needs no closer look. */
    private static boolean setApart(String text) {
        for (int i = text.length() - 1; i > 1; i--) {
            if (text.charAt(i) == text.charAt(i - 2) && JOINERS.indexOf(text.charAt(i)) >= 0
                    && Character.isLetter(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofAnotherAlphabet(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= FIRST_GREEK && letter <= LAST_CYRILLIC) {
                return true;
            }
        }
        return false;
    }

    private static boolean mixed(String word) {
        boolean latin = word.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN
                || VIETNAMESE_MARKS.indexOf(letter) >= 0);
        return latin && word.codePoints().anyMatch(letter -> GREEK.indexOf(letter) >= 0
                || UnicodeScript.of(letter) == UnicodeScript.CYRILLIC);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("letters-of-another-alphabet-among-latin-ones",
                        "<title>Tin</title><p>Bài viết</p><p>\u0421hơi b\u0430\u0300i tr\u0435\u0302n m\u0430\u0323ng</p>"),
                Example.raises("letters-set-apart-by-dots",
                        "<title>Tin</title><p>Bài viết</p><p>C.h.ơ.i t.h.ả c.ử.a m.ỗ.i n.g.à.y</p>"),
                Example.silent("units-formulas-and-abbreviations",
                        "<title>Tin</title><p>Bài viết</p><p>Nồng độ TNF\u03b1 5 \u03bcg, \u0394t, 20 k\u03a9; "
                                + "h.đ.n.d, v.v., T.P.H.C.M; B Á O C Á O; xem www.moh.gov.vn</p>"),
                Example.silent("another-language-on-the-page",
                        "<title>Tin</title><p>Bài viết</p><p>Посольство России во Вьетнаме; Πρεσβεία της Ελλάδας</p>"));
    }
}
