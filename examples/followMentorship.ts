/** Prints how far the goals of a mentorship have come, and goes on as they move. See README.md. */
import { createClient } from 'graphql-ws';

const url = process.env.BELAY_URL ?? 'http://localhost:4000';
const token = process.env.BELAY_TOKEN;
const mentorshipId = process.argv[2];
if (!token || !mentorshipId) {
  console.error('Usage: BELAY_TOKEN=belay_pat_… node followMentorship.ts <mentorship id>');
  process.exit(2);
}

const authorization = `Bearer ${token}`;

type Goal = {
  title: string;
  menteeEstimate: { value: number } | null;
  mentorEstimate: { value: number } | null;
};

const GOAL = 'title menteeEstimate { value } mentorEstimate { value }';

type Start = {
  mentorship: { seq: number; mentee: { name: string }; goals: { edges: { node: Goal }[] } };
};

async function readStart(): Promise<Start['mentorship']> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({
      query: `query($id: ID!) { mentorship(id: $id) {
        seq mentee { name } goals(first: 100, states: [ACTIVE]) { edges { node { ${GOAL} } } } } }`,
      variables: { id: mentorshipId },
    }),
  });
  const { data, errors } = (await response.json()) as { data?: Start; errors?: { message: string }[] };
  if (!data) throw new Error(errors?.map(({ message }) => message).join('\n') ?? 'no answer');
  return data.mentorship;
}

function line({ title, menteeEstimate, mentorEstimate }: Goal): string {
  const say = (estimate: { value: number } | null) => (estimate ? `${estimate.value} %` : '–');
  return `${title}: mentee ${say(menteeEstimate)}, mentor ${say(mentorEstimate)}`;
}

type Event = { __typename: string; seq: number; goal?: Goal };

const FOLLOW = `subscription($id: ID!, $after: Int) { mentorshipEvents(mentorshipId: $id, after: $after) {
  __typename seq
  ... on ProgressEstimated { goal { ${GOAL} } }
  ... on GoalStateChanged { goal { ${GOAL} } } } }`;

/** One subscription, for as long as it lasts; returns the newest event it saw. */
async function followFrom(after: number): Promise<number> {
  const client = createClient({
    url: url.replace('http', 'ws').concat('/graphql'),
    connectionParams: { authorization },
    retryAttempts: 0,
  });
  let last = after;
  try {
    const variables = { id: mentorshipId, after };
    for await (const { data, errors } of client.iterate<{ mentorshipEvents: Event }>({
      query: FOLLOW,
      variables,
    })) {
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      const event = data?.mentorshipEvents;
      if (!event || event.seq <= last) continue;
      last = event.seq;
      if (event.goal) console.log(line(event.goal));
    }
  } catch (error) {
    if (!isLostConnection(error)) throw error;
  } finally {
    await client.dispose();
  }
  return last;
}

/** What the socket throws when it closes; 44xx says that coming back is of no use. */
function isLostConnection(error: unknown): boolean {
  const code = (error as { code?: number }).code ?? 1006;
  return !(error instanceof Error) && code < 4400;
}

const start = await readStart();
console.log(`Following the goals of ${start.mentee.name}`);
for (const { node } of start.goals.edges) console.log(line(node));

let last = start.seq;
for (let pause = 250; ; pause = Math.min(pause * 2, 30_000)) {
  const before = last;
  last = await followFrom(last);
  if (last > before) pause = 250;
  await new Promise((resolve) => setTimeout(resolve, pause));
}
