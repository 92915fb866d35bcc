package io.kontor.pipeline;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;

/** How working with deals can fail. */
public enum PipelineError implements ErrorCode {
    DEAL_NOT_FOUND("pipeline.deal-not-found", ErrorKind.NOT_FOUND, "There is no deal with this id"),
    PIPELINE_NOT_FOUND("pipeline.pipeline-not-found", ErrorKind.NOT_FOUND, "There is no pipeline with this id"),
    PIPELINE_NAME_TAKEN(
            "pipeline.pipeline-name-taken", ErrorKind.CONFLICT, "Another pipeline is called {name} already"),
    STAGE_NOT_FOUND("pipeline.stage-not-found", ErrorKind.NOT_FOUND, "The deal's pipeline has no such stage"),
    DEAL_CLOSED("pipeline.deal-closed", ErrorKind.CONFLICT, "The deal is closed; open it again first"),
    DEAL_OPEN("pipeline.deal-open", ErrorKind.CONFLICT, "The deal is open already"),
    REASON_NEEDED("pipeline.reason-needed", ErrorKind.UNPROCESSABLE, "Say in a few words why the deal was lost"),
    OTHER_DEAL_OPEN(
            "pipeline.other-deal-open",
            ErrorKind.CONFLICT,
            "The customer has another open deal from an order in this pipeline"),
    CUSTOMER_NOT_FOUND("pipeline.customer-not-found", ErrorKind.UNPROCESSABLE, "There is no customer with this id"),
    OWNER_NOT_FOUND("pipeline.owner-not-found", ErrorKind.UNPROCESSABLE, "There is no active user with this id");

    private final String code;
    private final ErrorKind kind;
    private final String message;

    PipelineError(String code, ErrorKind kind, String message) {
        this.code = code;
        this.kind = kind;
        this.message = message;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }
}
