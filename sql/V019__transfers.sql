-- Transfers among the movements of an account, however long its history is: for trees, and for the check that each has its twin.
create index movement_transfer on movement (account_id) where transfer_id is not null;
