-- Invariants that Prisma's schema cannot say. Each is named after the rule it keeps; commands turn its violation into a fact.

-- 1. Nobody mentors themselves; a pair has at most one open mentorship per programme.
ALTER TABLE mentorship ADD CONSTRAINT mentorship_not_with_oneself CHECK (mentor_id <> mentee_id);
CREATE UNIQUE INDEX mentorship_one_open_per_pair ON mentorship (programme_id, mentor_id, mentee_id)
  WHERE state NOT IN ('CLOSED', 'IN_TOUCH');

-- 2. An open mentorship takes one of the mentor's places, a finished one takes none.
ALTER TABLE mentorship ADD CONSTRAINT mentorship_place_while_open
  CHECK ((mentor_place IS NOT NULL) = (state NOT IN ('CLOSED', 'IN_TOUCH')));
ALTER TABLE mentorship ADD CONSTRAINT mentorship_place_from_one CHECK (mentor_place >= 1);
ALTER TABLE profile ADD CONSTRAINT profile_capacity_range CHECK (capacity BETWEEN 0 AND 50);

-- 3. At most two active goals for a mentee across all mentorships: a unique slot, 1 or 2.
ALTER TABLE goal ADD CONSTRAINT goal_slot_while_active CHECK ((active_slot IS NOT NULL) = (state = 'ACTIVE'));
ALTER TABLE goal ADD CONSTRAINT goal_two_slots CHECK (active_slot IN (1, 2));
ALTER TABLE progress_estimate ADD CONSTRAINT progress_estimate_per_cent CHECK (value BETWEEN 0 AND 100);

-- 5. One meeting of a mentorship at a time is going on, and nothing goes on without a leader and a segment.
CREATE UNIQUE INDEX meeting_one_live_per_mentorship ON meeting (mentorship_id)
  WHERE state IN ('LIVE', 'INTERRUPTED', 'WRAPPING');
ALTER TABLE meeting ADD CONSTRAINT meeting_live_is_led CHECK (
  state NOT IN ('LIVE', 'INTERRUPTED', 'WRAPPING')
  OR (leader_id IS NOT NULL AND current_segment_id IS NOT NULL AND started_at IS NOT NULL)
);
ALTER TABLE meeting ADD CONSTRAINT meeting_minutes_range CHECK (minutes BETWEEN 5 AND 480);
CREATE UNIQUE INDEX talk_turn_one_speaker ON talk_turn (meeting_id) WHERE ended_at IS NULL;

-- 7. A revealed exchange has been opened at a moment; ratings run from 1 to 5.
ALTER TABLE exchange ADD CONSTRAINT exchange_revealed_at CHECK ((revealed_at IS NOT NULL) = (state = 'REVEALED'));
ALTER TABLE exchange_entry ADD CONSTRAINT exchange_entry_ratings CHECK (
  respect BETWEEN 1 AND 5 AND openness BETWEEN 1 AND 5 AND responsibility BETWEEN 1 AND 5
  AND trust BETWEEN 1 AND 5 AND appreciation BETWEEN 1 AND 5 AND mutual_benefit BETWEEN 1 AND 5
);
ALTER TABLE exchange_entry ADD CONSTRAINT exchange_entry_sealed_is_whole CHECK (
  sealed_at IS NULL OR num_nonnulls(respect, openness, responsibility, trust, appreciation, mutual_benefit) = 6
);
ALTER TABLE usefulness_mark ADD CONSTRAINT usefulness_mark_range CHECK (value BETWEEN 1 AND 5);

-- 10. What is dropped says why.
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_drop_reason CHECK (state <> 'DROPPED' OR drop_reason IS NOT NULL);
ALTER TABLE action_item ADD CONSTRAINT action_item_drop_reason CHECK (state <> 'DROPPED' OR drop_reason IS NOT NULL);
