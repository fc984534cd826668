-- Version 2 of the file. Published: never changed, only followed by a next version.
-- docs/dossier-format.md explains every column.

-- Two copies that wrote under one name have two events at one place of a chain, so
-- it is the hash that tells events apart.
drop view history;
drop view organisation;
drop view member;
drop view subject;
drop view assessment;
drop view current_answer;
drop view evidence;
drop view signed_report;

create table event_2 (
    replica    text    not null,
    seq        integer not null,
    lamport    integer not null,
    at         text    not null,
    actor      text    not null,
    kind       text    not null,
    commitment text    not null,
    prev       text,
    hash       text    not null primary key
) strict;

create table payload_2 (
    hash text not null primary key references event_2 (hash),
    salt text not null,
    body text not null
) strict;

insert into event_2 select replica, seq, lamport, at, actor, kind, commitment, prev, hash from event;
insert into payload_2 select hash, salt, body from payload;
drop table payload;
drop table event;
alter table event_2 rename to event;
alter table payload_2 rename to payload;

-- Everything that was done, in order, with what was said; null where the words were erased.
create view history as
select row_number() over (order by e.lamport, e.replica, e.seq, e.hash) as number,
       e.at, e.actor, e.kind, p.body, e.hash, e.replica, e.seq, e.lamport
from event as e
left join payload as p on p.hash = e.hash;

-- The events that do not count because they were undone, each with the event that says so.
-- The last word on an event counts; what began the dossier or was signed stays.
create view undone as
with recursive
undo as (
    select number, hash, at, body ->> '$.event' as event
    from history where kind = 'undone' and body is not null
),
said (number, hash, at, event, counts) as (
    select number, hash, at, event, 0 from undo
    union all
    select said.number, said.hash, said.at, undo.event, 1 - said.counts
    from said join undo on undo.hash = said.event and undo.number < said.number
),
last_said as (
    select said.event, said.counts, said.hash, said.at, max(said.number)
    from said join history as named on named.hash = said.event and named.number < said.number
    where named.kind not in ('undone', 'dossier_started', 'report_signed', 'erased', 'lost')
      and named.hash not in (
          select body ->> '$.assessment' from history where kind = 'report_signed' and body is not null
      )
    group by said.event
)
select event, hash as "by", at from last_said where counts = 0;

-- The events of which the words were erased, and why.
create view erased as
select body ->> '$.event' as event, body ->> '$.reason' as reason, actor, at, hash as "by"
from history where kind = 'erased' and body is not null;

-- What counts: the history without what was undone or erased.
create view counted as
select * from history
where body is not null and hash not in (select event from undone);

-- Until when the dossier is kept.
create view retention as
select body ->> '$.until' as until, body ->> '$.reason' as reason, at
from counted where kind = 'retention_chosen'
order by number desc
limit 1;

create view organisation as
select iif(h.kind = 'dossier_started', h.body ->> '$.organisation.name', h.body ->> '$.name') as name,
       iif(h.kind = 'dossier_started', h.body ->> '$.organisation.sector', h.body ->> '$.sector') as sector,
       iif(h.kind = 'dossier_started', h.body ->> '$.organisation.description', h.body ->> '$.description') as description,
       iif(h.kind = 'dossier_started', h.body ->> '$.organisation.contact', h.body ->> '$.contact') as contact,
       h.at
from counted as h
where h.kind in ('dossier_started', 'organisation_described')
order by h.number desc
limit 1;

-- Every member there has ever been; left_at is null for those who still are one.
create view member as
with revised as (
    select body ->> '$.member' as id, body -> '$.now' as now, max(number)
    from counted where kind = 'member_revised'
    group by 1
)
select joined.number, joined.hash as id,
       coalesce(revised.now, joined.body) ->> '$.name' as name,
       coalesce(revised.now, joined.body) ->> '$.role' as role,
       coalesce(revised.now, joined.body) ->> '$.expertise' as expertise,
       coalesce(revised.now, joined.body) ->> '$.speaks_for' as speaks_for,
       joined.at as joined_at,
       (select at from counted where kind = 'member_left' and body ->> '$.member' = joined.hash
        order by number desc limit 1) as left_at
from counted as joined
left join revised on revised.id = joined.hash
where joined.kind = 'member_joined';

create view subject as
with revised as (
    select body ->> '$.subject' as id, body -> '$.now' as now, max(number)
    from counted where kind = 'subject_revised'
    group by 1
)
select added.number, added.hash as id,
       coalesce(revised.now, added.body) ->> '$.name' as name,
       coalesce(revised.now, added.body) ->> '$.purpose' as purpose,
       coalesce(revised.now, added.body) ->> '$.description' as description,
       coalesce(revised.now, added.body) ->> '$.supplier' as supplier,
       coalesce(revised.now, added.body) ->> '$.in_use_since' as in_use_since,
       added.at as added_at
from counted as added
left join revised on revised.id = added.hash
where added.kind = 'subject_added';

create view assessment as
with revised as (
    select body ->> '$.assessment' as id, body as now, max(number)
    from counted where kind = 'assessment_revised'
    group by 1
)
select started.number, started.hash as id,
       started.body ->> '$.subject' as subject,
       started.body ->> '$.questionnaire.id' as questionnaire,
       started.body ->> '$.questionnaire.version' as version,
       started.body ->> '$.questionnaire.digest' as digest,
       coalesce(revised.now, started.body) ->> '$.date' as date,
       coalesce(revised.now, started.body) ->> '$.scope' as scope,
       started.at as started_at
from counted as started
left join revised on revised.id = started.hash
where started.kind = 'assessment_started';

-- The answers that nobody has replaced. Two rows for one question contradict each other.
create view current_answer as
with replaced as (
    select h.body ->> '$.assessment' as assessment, h.body ->> '$.question' as question, named.value as hash
    from counted as h, json_each(h.body, '$.based_on') as named
    where h.kind in ('answer_recorded', 'answer_withdrawn')
)
select h.number, h.hash as id,
       h.body ->> '$.assessment' as assessment,
       h.body ->> '$.question' as question,
       h.body -> '$.answer.value' as value,
       h.body ->> '$.answer.because' as because,
       h.body ->> '$.answer.certainty' as certainty,
       h.body ->> '$.answer.evidence_strength' as evidence_strength,
       h.body ->> '$.answer.by' as "by",
       h.actor, h.at
from counted as h
where h.kind = 'answer_recorded'
  and (h.body ->> '$.assessment', h.body ->> '$.question', h.hash) not in (select assessment, question, hash from replaced);

-- The files that count as evidence now; `select content from blob where sha256 = ...` is the file.
create view evidence as
select h.number, h.hash as id,
       h.body ->> '$.assessment' as assessment,
       h.body ->> '$.question' as question,
       h.body ->> '$.evidence.label' as label,
       h.body ->> '$.evidence.media_type' as media_type,
       h.body ->> '$.evidence.size' as size,
       h.body ->> '$.evidence.sha256' as sha256,
       h.actor, h.at
from counted as h
where h.kind = 'evidence_attached'
  and h.hash not in (
      select body ->> '$.evidence' from counted where kind = 'evidence_detached'
  );

create view signed_report as
select h.number, h.hash as id,
       h.body ->> '$.assessment' as assessment,
       h.body ->> '$.language' as language,
       h.body -> '$.signers' as signers,
       h.body ->> '$.fingerprint' as fingerprint,
       h.body ->> '$.events' as events,
       h.body ->> '$.sha256' as sha256,
       h.at
from counted as h
where h.kind = 'report_signed';
