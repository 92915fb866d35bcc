insert ignore into events_sequence (id, last_position) values (1, 0);
