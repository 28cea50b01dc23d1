import { useState } from 'react';
import { CountQuestion, StartTalking, StopTalking, TalkFragment } from '../../meetings/room/talkWrites.ts';
import type { PulseKind } from '../../platform/generated/graphql.ts';
import { type FragmentType, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { GivePulse, KeepMoment } from './liveWrites.ts';
import type { NewMoment } from './MomentSheet.tsx';

/** What takes one tap or one key. */
export function useTaps(meeting: FragmentType<typeof TalkFragment>) {
  const { id: meetingId, talking, questionCounts } = readFragment(TalkFragment, meeting);
  const pulse = useWrite(GivePulse);
  const start = useWrite(StartTalking);
  const stop = useWrite(StopTalking);
  const question = useWrite(CountQuestion);
  const moment = useWrite(KeepMoment);
  const [keeping, setKeeping] = useState(false);
  const [sent, setSent] = useState<PulseKind | null>(null);
  const talks = talking?.person.isViewer ?? false;
  const input = { meetingId };

  return {
    meetingId,
    talks,
    questions: questionCounts.find(({ person }) => person.isViewer)?.count ?? 0,
    /** The pulse sent last. */
    sent,
    keeping,
    setKeeping,
    refusal: [pulse, start, stop, question, moment].find(({ refusal }) => refusal)?.refusal?.message,
    givePulse(kind: PulseKind) {
      setSent(kind);
      void pulse.send({ input: { ...input, kind } });
    },
    talk: () => void (talks ? stop : start).send({ input }),
    ask: () => void question.send({ input }),
    keep: (input: NewMoment) => moment.send({ input }),
  };
}

export type Taps = ReturnType<typeof useTaps>;
