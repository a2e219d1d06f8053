package vn.vonggac.detect;

import java.util.List;

/**
 * Turns an observation into findings. Pure: no network, no clock, no store, no state. Found by injection: a new
 * detector is one class, one message ({@code detector.<id>}) and a title for each of its examples.
 */
public interface Detector {

    /** Stable name, such as {@code hidden-link}; also the key of its message and its weight. */
    String id();

    Family family();

    List<Finding> look(Observation observation);

    /** Pages it raises on and pages it stays silent on, at least one of each; they are its test and its help. */
    List<Example> examples();
}
