-- Ten thousand addresses at most, written with every batch: updated in place, and sorted when somebody looks.
drop index remote_monitoring.unregistered_last;
alter table remote_monitoring.unregistered set (fillfactor = 60);
