-- The whole dashboard as one statement: $1 is the token's hash, $2 the mentorship, $3 now.
SELECT json_build_object(
  'id', m.id, 'seq', coalesce((SELECT seq FROM stream WHERE id = m.id), 0), 'state', m.state,
  'mySide', v.side, 'startedAt', m.started_at, 'outcome', m.outcome,
  'other', json_build_object('id', o.id, 'name', o.name, 'headline', coalesce(profile.headline, '')),
  'programme', (SELECT json_build_object('id', id, 'name', name) FROM programme WHERE id = m.programme_id),
  'nextMeeting', (
    SELECT json_build_object('id', id, 'state', state, 'startsAt', starts_at, 'minutes', minutes, 'objective', objective,
      'place', place, 'startedAt', started_at, 'mentorship', json_build_object('id', m.id,
        'other', json_build_object('id', o.id, 'name', o.name, 'zone', o.zone)))
    FROM meeting WHERE mentorship_id = m.id AND (state IN ('LIVE', 'INTERRUPTED', 'WRAPPING')
      OR state IN ('PROPOSED', 'SCHEDULED') AND starts_at >= $3::timestamptz - interval '1 day')
    ORDER BY state IN ('LIVE', 'INTERRUPTED', 'WRAPPING') DESC, starts_at, id LIMIT 1),
  'open', json_build_object('edges', coalesce(goals.open, '[]')),
  'over', json_build_object('edges', coalesce(goals.over, '[]')),
  'actionItems', json_build_object('edges', coalesce((
    SELECT json_agg(json_build_object('node', json_build_object('id', a.id, 'title', a.title, 'dueOn', a.due_on,
      'state', a.state, 'dropReason', a.drop_reason, 'version', a.version,
      'timesCarried', CASE WHEN a.carried_from_id IS NULL THEN 0 ELSE (
        WITH RECURSIVE chain AS (
          SELECT a.carried_from_id UNION ALL
          SELECT earlier.carried_from_id FROM action_item earlier JOIN chain ON earlier.id = chain.carried_from_id)
        SELECT count(carried_from_id) FROM chain) END,
      'owner', json_build_object('id', owner.id, 'name', owner.name, 'isViewer', owner.id = v.id))) ORDER BY a.id DESC)
    FROM (SELECT * FROM action_item WHERE mentorship_id = m.id AND state = 'OPEN' ORDER BY id DESC LIMIT 50) a
    JOIN person owner ON owner.id = a.owner_id), '[]')),
  'meetings', json_build_object('edges', coalesce((
    SELECT json_agg(json_build_object('node', json_build_object('id', id, 'state', state, 'startsAt', starts_at,
      'objective', objective)) ORDER BY starts_at DESC, id DESC)
    FROM (SELECT * FROM meeting WHERE mentorship_id = m.id ORDER BY starts_at DESC, id DESC LIMIT 60) newest), '[]')),
  'principleHistory', coalesce((
    SELECT json_agg(json_build_object('at', opened_at, 'side', side, 'meeting', json_build_object('id', meeting_id),
      'ratings', json_build_array(
        json_build_object('principle', 'RESPECT', 'value', respect),
        json_build_object('principle', 'OPENNESS', 'value', openness),
        json_build_object('principle', 'RESPONSIBILITY', 'value', responsibility),
        json_build_object('principle', 'TRUST', 'value', trust),
        json_build_object('principle', 'APPRECIATION', 'value', appreciation),
        json_build_object('principle', 'MUTUAL_BENEFIT', 'value', mutual_benefit)))
      ORDER BY opened_at, e.id, side)
    FROM (
      SELECT exchange.* FROM exchange JOIN meeting ON meeting.id = exchange.meeting_id
      WHERE meeting.mentorship_id = m.id AND exchange.state = 'REVEALED'
      ORDER BY opened_at DESC, exchange.id DESC LIMIT 24) e
    JOIN exchange_entry ON exchange_id = e.id), '[]'),
  'moments', json_build_object('edges', coalesce((
    SELECT json_agg(json_build_object('node', json_build_object('id', newest.id, 'kind', kind, 'audience', audience,
      'words', words, 'at', at, 'meeting', json_build_object('id', meeting_id),
      'author', json_build_object('id', author.id, 'name', author.name, 'isViewer', author.id = v.id)))
      ORDER BY newest.id DESC)
    FROM (
      SELECT * FROM moment WHERE mentorship_id = m.id AND (audience = 'SHARED' OR author_id = v.id)
      ORDER BY id DESC LIMIT 8) newest
    JOIN person author ON author.id = newest.author_id), '[]'))
)::text AS json
FROM personal_token t
JOIN mentorship m ON m.id = $2 AND t.person_id IN (m.mentor_id, m.mentee_id)
CROSS JOIN LATERAL (
  SELECT t.person_id AS id, CASE WHEN t.person_id = m.mentor_id THEN 'MENTOR' ELSE 'MENTEE' END AS side) v
JOIN person o ON o.id = CASE WHEN v.side = 'MENTOR' THEN m.mentee_id ELSE m.mentor_id END
LEFT JOIN profile ON profile.person_id = o.id
CROSS JOIN LATERAL (
  SELECT json_agg(edge ORDER BY g.id DESC) FILTER (WHERE g.state IN ('ACTIVE', 'IDEA', 'PARKED')) AS open,
    json_agg(edge ORDER BY g.id DESC) FILTER (WHERE g.state IN ('ACHIEVED', 'RETIRED')) AS over
  FROM (
    SELECT *, row_number() OVER (PARTITION BY state IN ('ACHIEVED', 'RETIRED') ORDER BY id DESC) AS place
    FROM goal WHERE mentorship_id = m.id) g
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('id', id, 'reachedAt', reached_at) ORDER BY position) AS path
    FROM milestone WHERE goal_id = g.id) milestones
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('cursor', encode(('GPC:S:' || id)::bytea, 'base64'),
      'node', json_build_object('id', id, 'side', side, 'value', value, 'why', why, 'at', at))
      ORDER BY at DESC, id DESC) AS history
    FROM (SELECT * FROM progress_estimate WHERE goal_id = g.id ORDER BY at DESC, id DESC LIMIT 40) newest) estimates
  CROSS JOIN LATERAL (
    SELECT json_build_object('cursor', encode(('GPC:S:' || g.id)::bytea, 'base64'), 'node', json_build_object(
      'id', g.id, 'state', g.state, 'title', g.title, 'why', g.why, 'targetOn', g.target_on,
      'achievedAt', g.achieved_at, 'retiredReason', g.retired_reason,
      'mentorship', json_build_object('id', m.id, 'mySide', v.side,
        'other', json_build_object('id', o.id, 'name', o.name)),
      'milestones', coalesce(milestones.path, '[]'),
      'menteeEstimate', (
        SELECT json_build_object('id', id, 'value', value) FROM progress_estimate
        WHERE goal_id = g.id AND side = 'MENTEE' ORDER BY at DESC, id DESC LIMIT 1),
      'mentorEstimate', (
        SELECT json_build_object('id', id, 'value', value) FROM progress_estimate
        WHERE goal_id = g.id AND side = 'MENTOR' ORDER BY at DESC, id DESC LIMIT 1),
      'estimates', json_build_object('edges', coalesce(estimates.history, '[]')))) AS edge) edges
  WHERE g.place <= CASE WHEN g.state IN ('ACHIEVED', 'RETIRED') THEN 20 ELSE 30 END) goals
WHERE t.hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $3::timestamptz
