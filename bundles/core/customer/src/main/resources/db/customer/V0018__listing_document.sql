alter table customer_listing add column if not exists document mediumtext null, algorithm = instant
