package io.kontor.customer;

import java.util.Optional;

/**
 * The source accounts that a module keeps: connected shops, later channels. Published as an OSGi service by each such
 * module, so that others can name where a record came from.
 */
public interface SourceAccounts {

    /** What colleagues call the account, in the current workspace; empty for one that is not this module's. */
    Optional<String> label(SourceAccountId account);
}
