import { setTimeout as wait } from 'node:timers/promises';
import { Hands, type Pause } from './hands.ts';
import { PublicApi } from './publicApi.ts';
import { isOver, isRunning, readRoom } from './room.ts';
import { answers, type PulseKind } from './script.ts';

export type OtherSide = {
  /** Where the server is. */
  url: string;
  /** Of the person whose side is held. */
  token: string;
  meetingId: string;
  /** Ends it. */
  signal: AbortSignal;
  /** For tests, which do not wait like people. */
  pause?: Pause;
};

type Event = {
  __typename: string;
  seq: number;
  actor: { id: string } | null;
  meeting?: { id: string };
  update?: string;
  kind?: PulseKind;
};

const EVENT = `... on NotesEdited { update meeting { id } } ... on PulseGiven { kind meeting { id } }`;

type Deed = (hands: Hands) => Promise<void>;

const pulse =
  (kind: PulseKind): Deed =>
  (hands) =>
    hands.say('givePulse', { kind });
const mark =
  (value: number): Deed =>
  (hands) =>
    hands.say('markUsefulness', { value });
const talk: Deed = (hands) => hands.talk();
const listen: Deed = (hands) => hands.listen();
const write: Deed = (hands) => hands.writeLine();
const ask: Deed = (hands) => hands.say('countQuestion');

/** What it does of its own accord, in this order, while the meeting goes on. */
const initiatives: Deed[] = [
  talk,
  write,
  mark(4),
  listen,
  ask,
  pulse('TELL_ME_MORE'),
  (hands) => hands.promise(),
  (hands) => hands.handleAgenda(),
  (hands) => hands.advise(),
  write,
  talk,
  (hands) => hands.estimate(),
  (hands) => hands.keepMoment(),
  listen,
  mark(5),
  (hands) => hands.markAdvice('CONSIDERING', 'TAKEN'),
  pulse('ENCOURAGED'),
  ask,
  write,
  (hands) => hands.handleAgenda(),
  pulse('HELPFUL'),
];

/** What it does in answer to something the other one did. */
const reactions: Record<string, (event: Event) => Deed[]> = {
  PulseGiven: ({ kind = 'HELPFUL' }) => [pulse(answers[kind])],
  NotesEdited: () => [write],
  AgendaItemAdded: () => [pulse('ENCOURAGED')],
  ActionItemAdded: () => [pulse('HELPFUL')],
  MomentKept: () => [pulse('ENCOURAGED')],
  UsefulnessMarked: () => [mark(4)],
  AdviceGiven: () => [(hands) => hands.markAdvice('OFFERED', 'CONSIDERING')],
  TalkTurnEnded: () => [talk, ask, listen],
  MoveOnAsked: () => [(hands) => hands.moveOn()],
};

/** It answers the newest few things; nobody keeps up with everything. */
const KEEPS_IN_MIND = 3;
const SIGN_EVERY = 8000;

const humanPause =
  (signal: AbortSignal): Pause =>
  (from, to) =>
    wait(from + Math.random() * (to - from), undefined, { signal });

/**
 * Holds one side of a meeting as a person would, over the public API alone: shows that it is there, answers what the
 * other one does, and has something to say itself. Returns when the meeting is over or the signal aborts.
 */
export async function holdOtherSide({ url, token, meetingId, signal, pause }: OtherSide): Promise<void> {
  const own = new AbortController();
  const over = AbortSignal.any([signal, own.signal]);
  const api = new PublicApi(url, token, over);
  const rest = pause ?? humanPause(over);
  let signs: NodeJS.Timeout | undefined;
  try {
    const hands = new Hands(api, await readRoom(api, meetingId), rest);
    await hands.show();
    signs = setInterval(() => void hands.show().catch(() => undefined), SIGN_EVERY);
    const todo: Deed[] = [];
    await Promise.race([hear(hands, todo), act(hands, todo, rest)]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearInterval(signs);
    own.abort();
  }
}

/** Hears what happens in the room. */
async function hear(hands: Hands, todo: Deed[]): Promise<void> {
  const { mentorship, id, me } = hands.room;
  for await (const event of hands.api.follow<Event>(mentorship.id, mentorship.seq, EVENT)) {
    if (event.actor?.id === me || (event.meeting && event.meeting.id !== id)) continue;
    if (event.update) hands.notes.receive(event.update);
    const reaction = reactions[event.__typename];
    if (reaction && todo.length < KEEPS_IN_MIND) todo.push(...reaction(event));
  }
}

/** Does one thing after another until the meeting is over: an answer first, else something of its own. */
async function act(hands: Hands, todo: Deed[], pause: Pause): Promise<void> {
  const own = [...initiatives];
  for (;;) {
    await pause(1000, 6000);
    await hands.look();
    await hands.confirm();
    await hands.exchange();
    if (isOver(hands.room)) return;
    if (!isRunning(hands.room)) continue;
    const deed = todo.shift() ?? own.shift();
    await deed?.(hands);
  }
}
