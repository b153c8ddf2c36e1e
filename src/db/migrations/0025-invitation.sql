-- A mail that carries an invitation to an appointment, or says that it is off (RFC 6047): its part `text/calendar`, and the method that its
-- type names.
alter table outbox
  add column calendar text,
  add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
  add check ((calendar is null) = (calendar_method is null));
