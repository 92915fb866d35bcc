create index if not exists pipeline_agenda on pipeline_deal (outcome, next_step, entered_stage_at, id)
