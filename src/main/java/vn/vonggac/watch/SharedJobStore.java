package vn.vonggac.watch;

import org.quartz.impl.jdbcjobstore.JobStoreTX;

/**
 * Quartz's tables under one name on every node and after every start, whatever the scheduler in front is called.
 * Public because Quartz sets it up by reflection.
 */
public final class SharedJobStore extends JobStoreTX {

    static final String NAME = "vonggac";

    @Override
    public void setInstanceName(String ofThisNode) {
        super.setInstanceName(NAME);
    }
}
