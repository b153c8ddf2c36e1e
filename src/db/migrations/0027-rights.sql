-- Where an erased person was still named in texts about others: taken out by hand, written down without the text (docs/decisions/0017-rights-desk.md).
alter table rights_log drop constraint rights_log_kind_check;
alter table rights_log add constraint rights_log_kind_check check (kind in ('requested', 'extended', 'done', 'refused', 'exported', 'restricted', 'restriction_ended',
  'objected', 'suppressed', 'objection_withdrawn', 'erasure_asked', 'erasure_undone', 'erased', 'clearing_proposed', 'kept', 'mentions_cleared'));

-- A change to a tag is taken back as any other.
alter table change_record drop constraint change_record_record_type_check;
alter table change_record add constraint change_record_record_type_check
  check (record_type in ('opportunity', 'person', 'promise', 'organisation', 'prospecting', 'need', 'contract', 'tag'));

-- Whoever was erased and had objected: a backup from before both holds their addresses once more, and the list gets them from there.
alter table erasure add column objected_on date;
