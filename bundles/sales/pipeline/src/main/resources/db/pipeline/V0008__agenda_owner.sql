create index if not exists pipeline_agenda_owner on pipeline_deal (owner_id, outcome, next_step, entered_stage_at, id)
