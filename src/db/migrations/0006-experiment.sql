-- The share of the states in which advice to stop reads "experiment: once more" (engine.md, section 7): on from the start, 0 switches it off.
alter table workspace add column experiment_share double precision not null default 0.1 check (experiment_share between 0 and 0.5);
