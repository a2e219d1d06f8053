package vn.vonggac.corpus;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.signature.Signature;
import vn.vonggac.signature.Signatures;

/**
 * Hunts every signature that is new or says something else backwards through all that was read, whether it came with
 * the product, from an operator's folder or from the desk. What is there now is judged again by the watch; this tells
 * who had it, and since when.
 */
@Singleton
public class SignatureHunts {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureHunts.class);
    private static final int AT_ONCE = 50;
    private static final int LONGEST_COMPLAINT = 500;

    private final SignatureHuntRows rows;
    private final Provider<Signatures> signatures;
    private final Corpus corpus;
    private final InstantSource time;
    private String done = "";

    SignatureHunts(SignatureHuntRows rows, Provider<Signatures> signatures, Corpus corpus,
            InstantSource time) {
        this.rows = rows;
        this.signatures = signatures;
        this.corpus = corpus;
        this.time = time;
    }

    /** What each signature found, by its name. */
    public Map<String, SignatureHunt> byName() {
        Map<String, SignatureHunt> found = new HashMap<>();
        rows.findAll().forEach(hunt -> found.put(hunt.signature(), hunt));
        return found;
    }

    /** Hunts some of those that were not hunted yet as they are now. */
    public synchronized void run() {
        String version = signatures.get().version();
        if (version.equals(done)) {
            return;
        }
        List<Signature> inForce = signatures.get().all();
        Map<String, SignatureHunt> known = byName();
        forget(known, inForce);
        List<Signature> due = inForce.stream().filter(signature -> isDue(known, signature)).toList();
        List<Signature> now = corpus.versions() == 0 ? due : due.subList(0, Math.min(due.size(), AT_ONCE));
        now.stream().map(Signature::id).filter(known::containsKey).forEach(rows::remove);
        rows.saveAll(now.stream().map(this::hunted).toList());
        if (now.size() == due.size()) {
            done = version;
        }
    }

    private void forget(Map<String, SignatureHunt> known, List<Signature> inForce) {
        Set<String> gone = new HashSet<>(known.keySet());
        inForce.forEach(signature -> gone.remove(signature.id()));
        gone.forEach(rows::remove);
    }

    private static boolean isDue(Map<String, SignatureHunt> known, Signature signature) {
        SignatureHunt before = known.get(signature.id());
        return before == null || !before.queryHash().equals(hash(signature));
    }

    private static String hash(Signature signature) {
        return DigestUtils.sha256Hex(signature.query());
    }

    private SignatureHunt hunted(Signature signature) {
        if (corpus.versions() == 0) {
            return of(signature, Hunted.NOTHING, "");
        }
        try {
            return of(signature, corpus.hunt(Search.everywhere(signature.query())), "");
        } catch (BadQuery e) {
            LOG.warn("The signature {} cannot be hunted backwards: {}", signature.id(), e.getMessage());
            String why = String.valueOf(e.getMessage());
            return of(signature, Hunted.NOTHING, why.substring(0, Math.min(why.length(), LONGEST_COMPLAINT)));
        }
    }

    private SignatureHunt of(Signature signature, Hunted hunted, String complaint) {
        Instant first = hunted.portals().stream().map(Hunted.OnPortal::first).min(Instant::compareTo)
                .orElse(null);
        return new SignatureHunt(signature.id(), hash(signature), time.instant(), hunted.portals().size(),
                (int) hunted.pages(), (int) hunted.stillThere(), first, complaint);
    }
}
