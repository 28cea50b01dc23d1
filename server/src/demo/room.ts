import type { PublicApi } from './publicApi.ts';
import type { Side } from './script.ts';

/** A meeting as one of its people reads it. */
export type Room = {
  id: string;
  state: string;
  leader: { id: string } | null;
  proposedBy: { id: string };
  currentSegment: { id: string; kind: string } | null;
  segments: { id: string; kind: string }[];
  agenda: { id: string; state: string }[];
  advice: { id: string; state: string }[];
  exchange: { id: string; state: string; mine: { sealedAt: string | null } | null } | null;
  notes: { state: string };
  mentorship: {
    id: string;
    seq: number;
    mySide: Side;
    other: { id: string };
    goals: { edges: { node: Goal }[] };
  };
};

type Estimate = { value: number } | null;
type Goal = { id: string; mentorEstimate: Estimate; menteeEstimate: Estimate };

const ROOM = `query($id: ID!) {
  viewer { person { id } }
  meeting(id: $id) {
    id state leader { id } proposedBy { id } currentSegment { id kind } segments { id kind }
    agenda { id state } advice { id state } notes { state }
    exchange { id state mine { sealedAt } }
    mentorship {
      id seq mySide other { id }
      goals(states: [ACTIVE], first: 2) {
        edges { node { id mentorEstimate { value } menteeEstimate { value } } }
      }
    }
  }
}`;

type Answer = { viewer: { person: { id: string } }; meeting: Room };

export async function readRoom(api: PublicApi, meetingId: string): Promise<Room & { me: string }> {
  const { viewer, meeting } = await api.ask<Answer>(ROOM, { id: meetingId });
  return { ...meeting, me: viewer.person.id };
}

export const isRunning = ({ state }: Room) => state === 'LIVE' || state === 'WRAPPING';
export const isOver = ({ state }: Room) => ['ENDED', 'CANCELLED', 'NO_SHOW'].includes(state);
