package io.kontor.access;

/**
 * Which records the current actor may see: the ONE predicate that list, search, export, report and stream go through.
 * An OSGi service.
 */
public interface RowRules {

    /**
     * The rule of the current actor for a type of record.
     *
     * @param type the record's type, as in {@link io.kontor.kernel.ModuleDescriptor#records()}
     */
    RowRule reading(String type);
}
