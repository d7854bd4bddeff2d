-- Whether there are lines of earlier years' lists at all is asked with every single application.
create index identity_earlier on identity (county) where list = 'earlier';
