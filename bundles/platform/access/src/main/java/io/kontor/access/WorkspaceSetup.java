package io.kontor.access;

import io.kontor.kernel.UserId;

/** Sets the current workspace up in the operator's name, without a link and a page. An OSGi service. */
public interface WorkspaceSetup {

    /** Whether nobody has set the workspace up yet. */
    boolean open();

    /**
     * Makes the proprietor and lets every module do its part; all of it happens, or nothing.
     *
     * @param password what the proprietor logs in with; the rules for passwords hold
     * @param answers the answers; their proprietor is not known yet and does not matter
     * @throws io.kontor.kernel.KontorException {@link AccessError#SETUP_DONE} if somebody was faster
     */
    UserId setUp(String name, String email, String password, SetupAnswers answers);

    /** Where browsers reach the workspace, without a slash at the end. */
    String address();
}
