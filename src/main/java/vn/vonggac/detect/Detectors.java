package vn.vonggac.detect;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.portal.Url;

/** All detectors, each asked in turn. One that breaks costs only its own answer, and the verdict says so. */
@Singleton
public final class Detectors {

    private static final Logger LOG = LoggerFactory.getLogger(Detectors.class);
    private static final int REMEMBERED_FAILURES = 10_000;

    private final List<Detector> detectors;
    private final Judge judge;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    public Detectors(List<Detector> detectors, Judge judge) {
        this.detectors = List.copyOf(detectors);
        this.judge = judge;
        refuseRepeatedIds();
    }

    public List<Detector> all() {
        return detectors;
    }

    /** What all detectors say of it, weighed; {@code unseen} names what could not be looked at. */
    public Verdict judge(Observation observation, List<String> unseen) {
        List<Finding> findings = new ArrayList<>();
        List<String> incomplete = new ArrayList<>(unseen);
        for (Detector detector : detectors) {
            try {
                findings.addAll(detector.look(observation));
            } catch (RuntimeException | StackOverflowError e) {
                incomplete.add("detector-failed:" + detector.id());
                log(detector, observation, e);
            }
        }
        return judge.verdict(findings, incomplete);
    }

    private void log(Detector detector, Observation observation, Throwable failure) {
        String page = Integer.toHexString(observation.views().hashCode());
        if (logged.size() < REMEMBERED_FAILURES && logged.add(detector.id() + page)) {
            LOG.error("Detector {} failed on {} (content {})", detector.id(), Url.forLog(observation.url()),
                    page,
                    failure);
        }
    }

    private void refuseRepeatedIds() {
        detectors.stream().collect(Collectors.groupingBy(Detector::id, Collectors.counting()))
                .forEach((id, count) -> {
                    if (count > 1) {
                        throw new IllegalStateException("Two detectors call themselves " + id);
                    }
                });
    }
}
