-- Version 1 of the file. Published: never changed, only followed by a next version.
-- docs/dossier-format.md explains every column.

create table event (
    replica    text    not null,
    seq        integer not null,
    lamport    integer not null,
    at         text    not null,
    actor      text    not null,
    kind       text    not null,
    commitment text    not null,
    prev       text,
    hash       text    not null unique,
    primary key (replica, seq)
) strict;

create table payload (
    hash text not null primary key references event (hash),
    salt text not null,
    body text not null
) strict;

create table blob (
    sha256     text    not null primary key,
    size       integer not null,
    media_type text    not null,
    content    blob    not null
) strict;

create table meta (
    name  text not null primary key,
    value text not null
) strict;

-- Everything that was done, in order, with what was said; null where the words were erased.
create view history as
select row_number() over (order by e.lamport, e.replica, e.seq) as number,
       e.at, e.actor, e.kind, p.body, e.hash, e.replica, e.seq, e.lamport
from event as e
left join payload as p on p.hash = e.hash;

create view organisation as
select iif(h.kind = 'dossier_started', h.body ->> '$.organisation.name', h.body ->> '$.name') as name,
       iif(h.kind = 'dossier_started', h.body ->> '$.organisation.sector', h.body ->> '$.sector') as sector,
       iif(h.kind = 'dossier_started', h.body ->> '$.organisation.description', h.body ->> '$.description') as description,
       iif(h.kind = 'dossier_started', h.body ->> '$.organisation.contact', h.body ->> '$.contact') as contact,
       h.at
from history as h
where h.kind in ('dossier_started', 'organisation_described') and h.body is not null
order by h.number desc
limit 1;

-- Every member there has ever been; left_at is null for those who still are one.
create view member as
with revised as (
    select body ->> '$.member' as id, body -> '$.now' as now, max(number)
    from history where kind = 'member_revised' and body is not null
    group by 1
)
select joined.number, joined.hash as id,
       coalesce(revised.now, joined.body) ->> '$.name' as name,
       coalesce(revised.now, joined.body) ->> '$.role' as role,
       coalesce(revised.now, joined.body) ->> '$.expertise' as expertise,
       coalesce(revised.now, joined.body) ->> '$.speaks_for' as speaks_for,
       joined.at as joined_at,
       (select at from history where kind = 'member_left' and body ->> '$.member' = joined.hash
        order by number desc limit 1) as left_at
from history as joined
left join revised on revised.id = joined.hash
where joined.kind = 'member_joined' and joined.body is not null;

create view subject as
with revised as (
    select body ->> '$.subject' as id, body -> '$.now' as now, max(number)
    from history where kind = 'subject_revised' and body is not null
    group by 1
)
select added.number, added.hash as id,
       coalesce(revised.now, added.body) ->> '$.name' as name,
       coalesce(revised.now, added.body) ->> '$.purpose' as purpose,
       coalesce(revised.now, added.body) ->> '$.description' as description,
       coalesce(revised.now, added.body) ->> '$.supplier' as supplier,
       coalesce(revised.now, added.body) ->> '$.in_use_since' as in_use_since,
       added.at as added_at
from history as added
left join revised on revised.id = added.hash
where added.kind = 'subject_added' and added.body is not null;

create view assessment as
with revised as (
    select body ->> '$.assessment' as id, body as now, max(number)
    from history where kind = 'assessment_revised' and body is not null
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
from history as started
left join revised on revised.id = started.hash
where started.kind = 'assessment_started' and started.body is not null;

-- The answers that nobody has replaced. Two rows for one question contradict each other.
create view current_answer as
with replaced as (
    select h.body ->> '$.assessment' as assessment, h.body ->> '$.question' as question, named.value as hash
    from history as h, json_each(h.body, '$.based_on') as named
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
from history as h
where h.kind = 'answer_recorded' and h.body is not null
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
from history as h
where h.kind = 'evidence_attached' and h.body is not null
  and h.hash not in (
      select body ->> '$.evidence' from history where kind = 'evidence_detached' and body is not null
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
from history as h
where h.kind = 'report_signed' and h.body is not null;
