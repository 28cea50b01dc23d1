import { expect } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import type { Belay } from '../../../test/harness/belay.ts';

/** A meeting of two people, planned by the mentor. */
export type Story = { mentor: Actor; mentee: Actor; mentorshipId: string; meetingId: string };

type Segment = { id: string; kind: string; minutes: number; startedAt: string | null; spent: number };
type Item = { id: string; title: string; state: string; dropReason: string | null };
export type SeenMeeting = {
  id: string;
  state: string;
  version: number;
  startsAt: string;
  objective: string;
  summary: string;
  leader: { id: string } | null;
  endedBy: { id: string } | null;
  endReason: string | null;
  moveOnAskedBy: { id: string } | null;
  currentSegment: { id: string; kind: string } | null;
  segments: Segment[];
  agenda: (Item & { carriedFrom: { id: string } | null; carriedTo: { id: string } | null })[];
  actionItems: (Item & { timesCarried: number })[];
  openPromises: Item[];
  undoableUntil: string | null;
  reopenableUntil: string | null;
};

const EVERYTHING = `id state version startsAt minutes zone place callLink objective summary cancelReason endReason
  plannedBy { id } proposedBy { id } summaryBy { id } leader { id } endedBy { id } moveOnAskedBy { id }
  personalTime personalDroppedBy { id } startedAt endedAt undoableUntil reopenableUntil
  currentSegment { id kind } segments { id kind minutes startedAt spent position }
  preparations { person { id } words readyAt }
  agenda { id title state dropReason carriedFrom { id } carriedTo { id } }
  actionItems { id title state dropReason timesCarried } openPromises { id title state dropReason }`;

/** A meeting with all that this feature says of it, as somebody sees it. */
export async function see(actor: Actor, meetingId: string): Promise<SeenMeeting> {
  const { meeting } = await actor.query<{ meeting: SeenMeeting }>(
    `query($id: ID!) { meeting(id: $id) { ${EVERYTHING} } }`,
    { id: meetingId },
  );
  return meeting;
}

/** The newest event of the shared stream. */
export async function headOf(actor: Actor, mentorshipId: string): Promise<number> {
  const { mentorship } = await actor.query<{ mentorship: { seq: number } }>(
    'query($id: ID!) { mentorship(id: $id) { seq } }',
    { id: mentorshipId },
  );
  return mentorship.seq;
}

/** A moment from now, by Belay's clock, as the API writes it. */
export const inMinutes = (belay: Belay, minutes: number) =>
  new Date(belay.clock.now().getTime() + minutes * 60_000).toISOString();

/** What it takes to plan a meeting in a week. */
export const aPlan = (belay: Belay, mentorshipId: string) => ({
  mentorshipId,
  startsAt: inMinutes(belay, 7 * 24 * 60),
  minutes: 60,
  zone: 'Europe/Zurich',
});

type Plan = Partial<Omit<ReturnType<typeof aPlan>, 'mentorshipId'>> & Record<string, unknown>;

/** The mentor plans one more meeting; returns its id. */
export async function plan(
  belay: Belay,
  { mentor, mentorshipId }: Pick<Story, 'mentor' | 'mentorshipId'>,
  given: Plan = {},
): Promise<string> {
  const { meeting } = await mentor.mutate<{ meeting: { id: string } }>(
    'planMeeting',
    { ...aPlan(belay, mentorshipId), objective: 'Look at the draft', ...given },
    'meeting { id }',
  );
  return meeting.id;
}

export async function planned(belay: Belay, given: Plan = {}): Promise<Story> {
  const pair = await belay.pair();
  return { ...pair, meetingId: await plan(belay, pair, given) };
}

/** The mentor has started it. */
export async function started(belay: Belay, given: Plan = {}): Promise<Story> {
  const story = await planned(belay, given);
  await story.mentor.mutate('startMeeting', { meetingId: story.meetingId });
  return story;
}

export async function ended(belay: Belay, given: Plan = {}): Promise<Story> {
  const story = await started(belay, given);
  await story.mentor.mutate('endMeeting', { meetingId: story.meetingId });
  return story;
}

export function segmentOf({ segments }: SeenMeeting, kind: string): Segment {
  const segment = segments.find((one) => one.kind === kind);
  if (!segment) throw new Error(`there is no ${kind}`);
  return segment;
}

/** Expects a mutation to be refused with a fact, or a code, and to have changed nothing and told nobody. */
export async function expectRefusal(
  { mentor, mentorshipId, meetingId }: Pick<Story, 'mentor' | 'mentorshipId' | 'meetingId'>,
  actor: Actor,
  name: string,
  input: Record<string, unknown>,
  refusal: string,
): Promise<void> {
  const look = async () => ({ seq: await headOf(mentor, mentorshipId), seen: await see(mentor, meetingId) });
  const before = await look();
  const code = await actor.refusal(name, input);
  expect(code ?? (await actor.mutate(name, input)).__typename).toBe(refusal);
  expect(await look()).toEqual(before);
}
