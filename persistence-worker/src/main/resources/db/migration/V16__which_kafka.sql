-- Which topic a position is in. A Kafka that lost its data has a new topic of the same name, whose offsets begin again:
-- a position of before means nothing there. Not known of positions that an earlier version
-- wrote: their partitions are folded from the beginning once more.
alter table job_coverage add column topic_id uuid;
