create index if not exists customer_suspected_duplicate_other on customer_suspected_duplicate (other_id)
