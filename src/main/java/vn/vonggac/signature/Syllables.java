package vn.vonggac.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vietnamese written without blanks or marks, as in tags and names of hosts, taken apart again: where a syllable may
 * begin and where one may end if all of the word is to be syllables.
 */
final class Syllables {

    /** No syllable is as long, and few words of one piece. */
    static final int SHORTEST = 8;
    static final int LONGEST = 7;

    private static final String ONSETS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";
    private static final String RHYMES = "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec"
            + " iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oat oay oc oe oen oet oi om"
            + " on ong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy"
            + " uya uyen uyet uynh uyt y yem yen yet yeu";
    private static final Terms ALL = new Terms(all());

    private static final int LONGEST_WORD = 64;

    private final char[] letters = new char[LONGEST_WORD];
    private int length;
    private final boolean[] begins = new boolean[LONGEST_WORD + 1];
    private final boolean[] ends = new boolean[LONGEST_WORD + 1];

    private static List<String> all() {
        List<String> syllables = new ArrayList<>(List.of(RHYMES.split(" ")));
        for (String onset : ONSETS.split(" ")) {
            for (String rhyme : RHYMES.split(" ")) {
                syllables.add(onset + rhyme);
            }
        }
        return syllables.stream().distinct().toList();
    }

    /** Takes the letters that a word begins with, without their marks; false where they are no row of syllables. */
    boolean read(char[] word, int from, int size) {
        length = 0;
        for (int i = from; i < from + Math.min(size, LONGEST_WORD) && plain(Letters.strip(word[i])); i++) {
            letters[length++] = Letters.strip(word[i]);
        }
        return length >= SHORTEST && parts();
    }

    private static boolean plain(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private boolean parts() {
        Arrays.fill(begins, 0, length + 1, false);
        Arrays.fill(ends, 0, length + 1, false);
        begins[0] = true;
        for (int at = 0; at < length; at++) {
            for (int to = at + 1; begins[at] && to <= Math.min(length, at + LONGEST); to++) {
                begins[to] |= syllable(at, to);
            }
        }
        ends[length] = begins[length];
        for (int at = length; ends[length] && at > 0; at--) {
            for (int to = at - 1; ends[at] && to >= Math.max(0, at - LONGEST); to--) {
                ends[to] |= syllable(to, at);
            }
        }
        return ends[length];
    }

    private boolean syllable(int at, int to) {
        return ALL.holds(Terms.hash(letters, at, to), letters, at, to - at);
    }

    /** Whether one or several whole syllables stand here. */
    boolean whole(int at, int to) {
        return begins[at] && ends[at] && begins[to] && ends[to];
    }

    /** Whether one syllable stands here. */
    boolean one(int at, int to) {
        return whole(at, to) && syllable(at, to);
    }

    char[] letters() {
        return letters;
    }

    int length() {
        return length;
    }
}
