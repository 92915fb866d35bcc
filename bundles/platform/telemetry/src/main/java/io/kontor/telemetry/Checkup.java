package io.kontor.telemetry;

import java.util.List;

/**
 * Looks for what is wrong with one part of the running product, for {@code ./kontor doctor}. Published as a service;
 * asked only when an operator asks, so it may read tables and talk to other machines, for some seconds at most.
 */
public interface Checkup {

    /** One or two words, for example {@code mail server}: what is looked at. */
    String name();

    /** What was found; at least one finding. An exception is shown as something that is wrong. */
    List<Finding> examine();
}
