package io.kontor.settings;

/** The business settings of the current workspace: one typed record per module, live. An OSGi service. */
public interface Settings {

    /**
     * The record as it stands now; components that were never set have the record's defaults.
     *
     * @param module the module's name
     * @param type a record whose defaults come from its no-argument constructor
     * @throws io.kontor.kernel.KontorException {@code settings.value-unreadable}, {@code settings.secret-unreadable}
     */
    <T extends Record> T get(String module, Class<T> type);

    /**
     * Replaces the record. Joins the current transaction; seen after the commit, on this node at once, on the others as
     * soon as they hear of {@link SettingsEvent.Changed}.
     */
    void put(String module, Record value);
}
