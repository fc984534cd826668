-- Version 3 of the file. Published: never changed, only followed by a next version.
-- docs/dossier-format.md explains every column.

-- The tables stay what they were. What is new is what an event can say: the committee at
-- work, from sessions to the decision, and more in some of the kinds there were.
drop view undone;
drop view member;
drop view assessment;
drop view evidence;

-- The events that do not count because they were undone, each with the event that says so.
-- The last word on an event counts; what began the dossier, was signed or was revealed stays.
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
for_good (hash) as (
    select body ->> '$.assessment' from history where kind = 'report_signed' and body is not null
    union all
    select body ->> '$.round' from history where kind = 'round_revealed' and body is not null
    union all
    select shown.value from history, json_each(body, '$.votes') as shown
    where kind = 'round_revealed' and body is not null
),
last_said as (
    select said.event, said.counts, said.hash, said.at, max(said.number)
    from said join history as named on named.hash = said.event and named.number < said.number
    where named.kind not in ('undone', 'dossier_started', 'report_signed', 'round_revealed', 'erased', 'lost')
      and named.body is not null
      and named.hash not in (select hash from for_good)
    group by said.event
)
select event, hash as "by", at from last_said where counts = 0;

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
       coalesce(revised.now, joined.body) ->> '$.from' as "from",
       coalesce(revised.now, joined.body) ->> '$.until' as until,
       joined.at as joined_at,
       (select at from counted where kind = 'member_left' and body ->> '$.member' = joined.hash
        order by number desc limit 1) as left_at
from counted as joined
left join revised on revised.id = joined.hash
where joined.kind = 'member_joined';

-- Every assessment; closed and closed_at are null for those that are still open.
create view assessment as
with revised as (
    select body ->> '$.assessment' as id, body as now, max(number)
    from counted where kind = 'assessment_revised'
    group by 1
),
closing as (
    select body ->> '$.assessment' as id, kind, at, max(number)
    from counted where kind in ('assessment_adopted', 'assessment_withdrawn', 'assessment_reopened')
    group by 1
)
select started.number, started.hash as id,
       started.body ->> '$.subject' as subject,
       started.body ->> '$.questionnaire.id' as questionnaire,
       started.body ->> '$.questionnaire.version' as version,
       started.body ->> '$.questionnaire.digest' as digest,
       coalesce(revised.now, started.body) ->> '$.date' as date,
       coalesce(revised.now, started.body) ->> '$.scope' as scope,
       started.at as started_at,
       case closing.kind when 'assessment_adopted' then 'adopted'
                         when 'assessment_withdrawn' then 'withdrawn' end as closed,
       iif(closing.kind = 'assessment_reopened', null, closing.at) as closed_at
from counted as started
left join revised on revised.id = started.hash
left join closing on closing.id = started.hash
where started.kind = 'assessment_started';

-- The files that count as evidence now, those of actions and opinions included;
-- `select content from blob where sha256 = ...` is the file.
create view evidence as
select h.number, h.hash as id,
       h.body ->> '$.assessment' as assessment,
       h.body ->> '$.question' as question,
       h.body ->> '$.of.action' as action,
       h.body ->> '$.of.opinion' as opinion,
       h.body ->> '$.evidence.label' as label,
       h.body ->> '$.evidence.media_type' as media_type,
       h.body ->> '$.evidence.size' as size,
       h.body ->> '$.evidence.sha256' as sha256,
       h.actor, h.at
from counted as h
where h.kind in ('evidence_attached', 'document_attached')
  and h.hash not in (
      select body ->> '$.evidence' from counted where kind = 'evidence_detached'
  );

-- The sessions, with who came and went and what was written down.
create view session as
with revised as (
    select body ->> '$.session' as id, body -> '$.now' as now, max(number)
    from counted where kind = 'session_revised'
    group by 1
),
started as (
    select body ->> '$.session' as id, at, min(number)
    from counted where kind = 'session_started'
    group by 1
),
last_said as (
    select body ->> '$.session' as id, kind, at, max(number)
    from counted where kind in ('session_started', 'session_ended')
    group by 1
)
select planned.number, planned.hash as id,
       planned.body ->> '$.assessment' as assessment,
       coalesce(revised.now, planned.body -> '$.session') ->> '$.date' as date,
       coalesce(revised.now, planned.body -> '$.session') ->> '$.place' as place,
       coalesce(revised.now, planned.body -> '$.session') -> '$.agenda' as agenda,
       started.at as started_at,
       iif(last_said.kind = 'session_ended', last_said.at, null) as ended_at,
       (select json_group_array(json_object('at', at, 'member', member, 'movement', movement))
        from (select body ->> '$.at' as at, body ->> '$.member' as member, body ->> '$.movement' as movement
              from counted where kind = 'attendance_noted' and body ->> '$.session' = planned.hash
              order by datetime(body ->> '$.at'), number)) as attendance,
       (select json_group_array(json_object('text', text, 'topic', json(topic)))
        from (select body ->> '$.text' as text, body -> '$.topic' as topic, max(number)
              from counted where kind = 'minutes_written' and body ->> '$.session' = planned.hash
              group by 2 order by 3)) as minutes
from counted as planned
left join revised on revised.id = planned.hash
left join started on started.id = planned.hash
left join last_said on last_said.id = planned.hash
where planned.kind = 'session_planned';

-- The last position of each member on each matter. One on an answer that is not in current_answer,
-- or on an advice that is not in advice, was taken on an earlier one.
create view position as
with last_said as (
    select number, hash, kind, at, body, max(number)
    from counted where kind in ('position_taken', 'position_withdrawn')
    group by body ->> '$.assessment', body -> '$.on', body ->> '$.member'
)
select number, hash as id,
       body ->> '$.assessment' as assessment,
       iif(json_type(body, '$.on') = 'text', body ->> '$.on',
           (select key from json_each(body, '$.on'))) as matter,
       body ->> '$.on.answer.question' as question,
       coalesce(body ->> '$.on.answer.event', body ->> '$.on.finding', body ->> '$.on.advice') as event,
       body ->> '$.member' as member,
       body ->> '$.statement.position' as position,
       body ->> '$.statement.reason' as reason,
       body ->> '$.statement.named' as named,
       at
from last_said
where kind = 'position_taken';

-- Every finding; dropped_at is null for those that still stand.
create view finding as
with revised as (
    select body ->> '$.finding' as id, body -> '$.now' as now, max(number)
    from counted where kind = 'finding_revised'
    group by 1
),
dropped as (
    select body ->> '$.finding' as id, body ->> '$.reason' as reason, at, max(number)
    from counted where kind = 'finding_dropped'
    group by 1
)
select recorded.number, recorded.hash as id,
       recorded.body ->> '$.assessment' as assessment,
       coalesce(revised.now, recorded.body -> '$.finding') ->> '$.text' as text,
       coalesce(revised.now, recorded.body -> '$.finding') -> '$.questions' as questions,
       coalesce(revised.now, recorded.body -> '$.finding') -> '$.from' as "from",
       recorded.actor, recorded.at,
       dropped.reason as dropped,
       dropped.at as dropped_at
from counted as recorded
left join revised on revised.id = recorded.hash
left join dropped on dropped.id = recorded.hash
where recorded.kind = 'finding_recorded';

-- Every action item, with how far it is; status_at and note are null before anything was said of that.
create view action as
with revised as (
    select body ->> '$.action' as id, body -> '$.now' as now, max(number)
    from counted where kind = 'action_revised'
    group by 1
),
progressed as (
    select body ->> '$.action' as id, body -> '$.progress' as progress, at, max(number)
    from counted where kind = 'action_progressed'
    group by 1
),
planned as (
    select planned.number, planned.hash, planned.at, planned.actor, planned.body ->> '$.assessment' as assessment,
           coalesce(revised.now, planned.body -> '$.action') as action
    from counted as planned left join revised on revised.id = planned.hash
    where planned.kind = 'action_planned'
)
select planned.number, planned.hash as id, planned.assessment,
       planned.action ->> '$.text' as text,
       coalesce(planned.action ->> '$.owner.named', member.name) as owner,
       planned.action ->> '$.owner.member' as member,
       planned.action ->> '$.due' as due,
       planned.action ->> '$.question' as question,
       planned.action -> '$.findings' as findings,
       coalesce(progressed.progress ->> '$.status', 'open') as status,
       progressed.progress ->> '$.note' as note,
       progressed.at as status_at,
       planned.actor, planned.at
from planned
left join progressed on progressed.id = planned.hash
left join member on member.id = planned.action ->> '$.owner.member';

-- The advice that nobody has replaced or withdrawn. Two rows for one assessment contradict each other.
create view advice as
with replaced as (
    select named.value as hash
    from counted as h, json_each(h.body, '$.based_on') as named
    where h.kind in ('advice_given', 'advice_withdrawn')
)
select h.number, h.hash as id,
       h.body ->> '$.assessment' as assessment,
       h.body ->> '$.advice.course' as course,
       h.body ->> '$.advice.because' as because,
       h.body -> '$.advice.conditions' as conditions,
       h.body -> '$.advice.interests' as interests,
       h.body ->> '$.advice.weighing' as weighing,
       h.body ->> '$.advice.review_on' as review_on,
       h.body -> '$.advice.review_when' as review_when,
       h.actor, h.at
from counted as h
where h.kind = 'advice_given' and h.hash not in (select hash from replaced);

-- The decision that nobody has replaced. Two rows for one assessment contradict each other.
create view decision as
with replaced as (
    select named.value as hash
    from counted as h, json_each(h.body, '$.based_on') as named
    where h.kind = 'decision_taken'
)
select h.number, h.hash as id,
       h.body ->> '$.assessment' as assessment,
       h.body ->> '$.decision.owner' as owner,
       h.body ->> '$.decision.function' as function,
       h.body ->> '$.decision.date' as date,
       h.body ->> '$.decision.course' as course,
       h.body ->> '$.decision.advice' as advice,
       h.body ->> '$.decision.because' as because,
       h.body -> '$.decision.conditions' as conditions,
       h.body -> '$.decision.residual_risks' as residual_risks,
       h.actor, h.at
from counted as h
where h.kind = 'decision_taken' and h.hash not in (select hash from replaced);
