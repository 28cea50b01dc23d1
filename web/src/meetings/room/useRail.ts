import { calledName } from '../../people/calledName.ts';
import type { RailFragment } from '../../platform/generated/graphql.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { learnServerTime, secondsLeft, serverNow, useEvery } from './clock.ts';
import {
  AskToMoveOn,
  EndMeeting,
  EnterSegment,
  ExtendSegment,
  HandOverLead,
  InterruptMeeting,
  ResumeMeeting,
  UndoStart,
} from './railWrites.ts';

/** Minutes that one tap adds. */
const extension = 5;

/** Where the meeting is, and all that can be done to move it. */
export function useRail(meeting: RailFragment) {
  learnServerTime(meeting.serverTime);
  const interrupted = meeting.state === 'INTERRUPTED';
  useEvery(1000, !interrupted);

  const enter = useWrite(EnterSegment);
  const extend = useWrite(ExtendSegment);
  const ask = useWrite(AskToMoveOn);
  const handOver = useWrite(HandOverLead);
  const interrupt = useWrite(InterruptMeeting);
  const resume = useWrite(ResumeMeeting);
  const end = useWrite(EndMeeting);
  const undo = useWrite(UndoStart);
  const writes = [enter, extend, ask, handOver, interrupt, resume, end, undo];

  const { id: meetingId, segments, moveOnAskedBy: asker, undoableUntil } = meeting;
  const now = serverNow();
  const at = segments.findIndex(({ id }) => id === meeting.currentSegment?.id);
  const current = segments[at];
  const input = { meetingId };

  return {
    segments,
    at,
    current,
    next: segments[at + 1],
    previous: segments[at - 1],
    left: current ? secondsLeft(current, now) : 0,
    interrupted,
    leads: meeting.leader?.isViewer ?? false,
    other: calledName(meeting.mentorship.other.name),
    asked: asker ? (asker.isViewer ? 'by me' : 'by the other') : 'by nobody',
    undoable: undoableUntil ? Date.parse(undoableUntil) > now : false,
    ending: end.waiting,
    refusal: writes.find(({ refusal }) => refusal)?.refusal?.message,
    go: (segmentId: string) => void enter.send({ input: { ...input, segmentId } }),
    extend: () =>
      current && void extend.send({ input: { ...input, segmentId: current.id, minutes: extension } }),
    ask: () => void ask.send({ input }),
    handOver: () => void handOver.send({ input }),
    interrupt: () => void interrupt.send({ input }),
    resume: () => void resume.send({ input }),
    // What happens next is another page: it needs the server's word.
    end: () => void end.send({ input }, { keep: false }),
    undo: () => void undo.send({ input }, { keep: false }),
  } as const;
}

export type RailState = ReturnType<typeof useRail>;
