-- What PostGraphile cannot see by itself: computed columns, as its manual suggests, so that it can answer the same
-- question. They are made in the bench's own database only.
CREATE FUNCTION mentorship_seq(m mentorship) RETURNS int LANGUAGE sql STABLE AS
  $$ SELECT coalesce((SELECT seq FROM stream WHERE id = m.id), 0) $$;
CREATE FUNCTION mentorship_my_side(m mentorship, viewer uuid) RETURNS side LANGUAGE sql STABLE AS
  $$ SELECT CASE WHEN m.mentor_id = viewer THEN 'MENTOR'::side ELSE 'MENTEE'::side END $$;
CREATE FUNCTION mentorship_other(m mentorship, viewer uuid) RETURNS person LANGUAGE sql STABLE AS
  $$ SELECT * FROM person WHERE id = CASE WHEN m.mentor_id = viewer THEN m.mentee_id ELSE m.mentor_id END $$;
CREATE FUNCTION mentorship_next_meeting(m mentorship) RETURNS meeting LANGUAGE sql STABLE AS
  $$ SELECT * FROM meeting
     WHERE mentorship_id = m.id AND (state IN ('LIVE', 'INTERRUPTED', 'WRAPPING')
       OR state IN ('PROPOSED', 'SCHEDULED') AND starts_at >= now() - interval '1 day')
     ORDER BY state IN ('LIVE', 'INTERRUPTED', 'WRAPPING') DESC, starts_at, id LIMIT 1 $$;
CREATE FUNCTION mentorship_goals_in(m mentorship, states goal_state[]) RETURNS SETOF goal LANGUAGE sql STABLE AS
  $$ SELECT * FROM goal WHERE mentorship_id = m.id AND state = ANY (states) ORDER BY id DESC $$;
CREATE FUNCTION mentorship_promises(m mentorship) RETURNS SETOF action_item LANGUAGE sql STABLE AS
  $$ SELECT * FROM action_item WHERE mentorship_id = m.id AND state = 'OPEN' ORDER BY id DESC $$;
CREATE FUNCTION mentorship_newest_meetings(m mentorship) RETURNS SETOF meeting LANGUAGE sql STABLE AS
  $$ SELECT * FROM meeting WHERE mentorship_id = m.id ORDER BY starts_at DESC, id DESC $$;
CREATE FUNCTION mentorship_visible_moments(m mentorship, viewer uuid) RETURNS SETOF moment LANGUAGE sql STABLE AS
  $$ SELECT * FROM moment
     WHERE mentorship_id = m.id AND (audience = 'SHARED' OR author_id = viewer) ORDER BY id DESC $$;
CREATE FUNCTION mentorship_revealed(m mentorship) RETURNS SETOF exchange LANGUAGE sql STABLE AS
  $$ SELECT e.* FROM exchange e JOIN meeting ON meeting.id = e.meeting_id
     WHERE meeting.mentorship_id = m.id AND e.state = 'REVEALED' ORDER BY e.opened_at DESC, e.id DESC $$;
CREATE FUNCTION goal_newest(g goal, of side) RETURNS progress_estimate LANGUAGE sql STABLE AS
  $$ SELECT * FROM progress_estimate WHERE goal_id = g.id AND side = of ORDER BY at DESC, id DESC LIMIT 1 $$;
CREATE FUNCTION goal_history(g goal) RETURNS SETOF progress_estimate LANGUAGE sql STABLE AS
  $$ SELECT * FROM progress_estimate WHERE goal_id = g.id ORDER BY at DESC, id DESC $$;
CREATE FUNCTION goal_path(g goal) RETURNS SETOF milestone LANGUAGE sql STABLE AS
  $$ SELECT * FROM milestone WHERE goal_id = g.id ORDER BY position $$;
CREATE FUNCTION action_item_owner(a action_item) RETURNS person LANGUAGE sql STABLE AS
  $$ SELECT * FROM person WHERE id = a.owner_id $$;
CREATE FUNCTION moment_author(m moment) RETURNS person LANGUAGE sql STABLE AS
  $$ SELECT * FROM person WHERE id = m.author_id $$;
CREATE FUNCTION action_item_times_carried(a action_item) RETURNS int LANGUAGE sql STABLE AS
  $$ WITH RECURSIVE chain AS (
       SELECT a.carried_from_id UNION ALL
       SELECT earlier.carried_from_id FROM action_item earlier JOIN chain ON earlier.id = chain.carried_from_id)
     SELECT count(carried_from_id)::int FROM chain $$;
