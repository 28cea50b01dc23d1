import type { Actor, Answer } from '../harness/actor.ts';

export const FOLLOW = `subscription($id: ID!, $after: Int) {
  mentorshipEvents(mentorshipId: $id, after: $after) { __typename id seq opId }
}`;

export type Seen = { __typename: string; id: string; seq: number; opId: string | null };
type Result = Answer<{ mentorshipEvents: Seen }>;

/** One who follows a mentorship, over whatever transport. */
export type Following = {
  /** The next result; undefined when there will be none. */
  next(): Promise<Result | undefined>;
  stop(): Promise<void>;
};

/** Follows over a WebSocket, at `url` when the actor should go to another instance. */
export function followBySocket(actor: Actor, mentorshipId: string, after: number | null): Following {
  const client = actor.socket();
  const results = client.iterate<{ mentorshipEvents: Seen }>({
    query: FOLLOW,
    variables: { id: mentorshipId, after },
  });
  return {
    async next() {
      const { value, done } = await results.next();
      return done ? undefined : (value as Result);
    },
    async stop() {
      await results.return?.(undefined);
      await client.dispose();
    },
  };
}

/** Follows over Server-Sent Events. */
export async function followBySse(
  { url, token }: { url: string; token: string | null },
  mentorshipId: string,
  after: number | null,
): Promise<Following> {
  const cut = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: FOLLOW, variables: { id: mentorshipId, after } }),
    signal: cut.signal,
  });
  const results = readResults(response);
  return {
    next: async () => (await results.next()).value ?? undefined,
    stop: async () => cut.abort(),
  };
}

async function* readResults(response: Response): AsyncGenerator<Result, undefined> {
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const data = message.match(/^data: ?(.+)$/m)?.[1];
      if (message.includes('event: next') && data) yield JSON.parse(data);
    }
  }
  return undefined;
}

/** The numbers of the next `count` events. */
export async function seqs(following: Following, count: number): Promise<number[]> {
  const seen: number[] = [];
  while (seen.length < count) {
    const result = await following.next();
    const event = result?.data?.mentorshipEvents;
    if (!event) throw new Error(`followed to ${seen.at(-1)}, then ${JSON.stringify(result)}`);
    seen.push(event.seq);
  }
  return seen;
}

/** The code that a following ends with. */
export async function codeOf(following: Following): Promise<string | undefined> {
  return (await following.next())?.errors?.[0]?.extensions?.code;
}

export const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
