package io.kontor.access;

/** What a module does when a workspace is set up. Published as an OSGi service; joins the set-up's transaction. */
public interface SetupStep {

    void apply(SetupAnswers answers);
}
