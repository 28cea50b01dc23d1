type Row = Record<string, unknown>;
type Nodes = { nodes: Row[] };
type Edges = { edges: { node: Row }[] };

/** Moments as ISO 8601 in UTC, keys in order and no cursors, which everybody writes in a way of their own. */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'cursor');
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, comparable(inner)]),
  );
}

const PRINCIPLES = [
  'respect',
  'openness',
  'responsibility',
  'trust',
  'appreciation',
  'mutualBenefit',
] as const;

/** What PostGraphile answers, in our words. What we ask for twice, it is asked for once. */
export function asOurs(answer: unknown, viewer: string): Row {
  const { revealed, other, nextMeeting, ...mentorship } = answer as Row & { revealed: Nodes; other: Row };
  const { zone, profileByPersonId, ...named } = other;
  const shortOther = { id: other.id, name: other.name };
  const inGoal = { id: mentorship.id, mySide: mentorship.mySide, other: shortOther };
  return {
    ...mentorship,
    other: { ...named, headline: (profileByPersonId as Row | null)?.headline ?? '' },
    nextMeeting: nextMeeting && {
      ...(nextMeeting as Row),
      mentorship: { id: mentorship.id, other: { ...shortOther, zone } },
    },
    open: eachNode(mentorship.open, (goal) => asGoal(goal, inGoal)),
    over: eachNode(mentorship.over, (goal) => asGoal(goal, inGoal)),
    actionItems: eachNode(mentorship.actionItems, (item) => ({ ...item, owner: known(item.owner, viewer) })),
    moments: eachNode(mentorship.moments, ({ meetingId, author, ...moment }) => ({
      ...moment,
      meeting: { id: meetingId },
      author: known(author, viewer),
    })),
    principleHistory: revealed.nodes.toReversed().flatMap(asReadings),
  };
}

function eachNode(connection: unknown, change: (node: Row) => Row): Edges {
  return { edges: (connection as Edges).edges.map(({ node }) => ({ node: change(node) })) };
}

const known = (person: unknown, viewer: string) => ({
  ...(person as Row),
  isViewer: (person as Row).id === viewer,
});

const asGoal = (goal: Row, mentorship: Row): Row => ({
  ...goal,
  mentorship,
  milestones: (goal.milestones as Nodes).nodes,
});

function asReadings({ openedAt, meetingId, exchangeEntriesByExchangeId }: Row): Row[] {
  const { nodes } = exchangeEntriesByExchangeId as Nodes;
  return nodes
    .toSorted((a) => (a.side === 'MENTOR' ? -1 : 1))
    .map((entry) => ({
      at: openedAt,
      side: entry.side,
      meeting: { id: meetingId },
      ratings: PRINCIPLES.map((name) => ({
        principle: name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
        value: entry[name],
      })),
    }));
}
