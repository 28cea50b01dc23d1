import { lazy, Suspense } from 'react';
import { AgendaPart } from '../../meetings/room/AgendaPart.tsx';
import { GoalsPart } from '../../meetings/room/GoalsPart.tsx';
import { PersonalPart } from '../../meetings/room/PersonalPart.tsx';
import { PromisesPart } from '../../meetings/room/PromisesPart.tsx';
import { WrapUpPart } from '../../meetings/room/WrapUpPart.tsx';
import { segmentHint, segmentName } from '../../meetings/words.ts';
import type { PartFragment as PartData, SegmentKind } from '../../platform/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Section } from '../../ui/Section.tsx';
import type { Flash } from '../../ui/useFlash.ts';

const ExchangePanel = lazy(async () => ({
  default: (await import('../../feedback/ExchangePanel.tsx')).ExchangePanel,
}));

export const PartFragment = graphql(`
  fragment Part on Meeting {
    id
    currentSegment {
      id
      kind
    }
    ...AgendaPart
    ...GoalsPart
    ...PromisesPart
    ...WrapUpPart
    ...MadePromises
  }
`);

interface PartProps {
  meeting: FragmentType<typeof PartFragment>;
  questions: readonly string[];
  flash: Flash;
}

/** What the current part of the meeting is about. */
export function Part({ meeting: ref, questions, flash }: PartProps) {
  const meeting = readFragment(PartFragment, ref);
  const kind = meeting.currentSegment?.kind;
  if (!kind) return null;
  return (
    <div {...flash.of('part')}>
      <Section title={segmentName[kind]} hint={segmentHint[kind]} card>
        <Work kind={kind} meeting={meeting} questions={questions} flash={flash} />
      </Section>
    </div>
  );
}

interface WorkProps {
  kind: SegmentKind;
  meeting: PartData;
  questions: readonly string[];
  flash: Flash;
}

function Work({ kind, meeting, questions, flash }: WorkProps) {
  switch (kind) {
    case 'PERSONAL':
      return <PersonalPart questions={questions} />;
    case 'PROMISES':
      return <PromisesPart meeting={meeting} flash={flash} />;
    case 'GOALS':
      return <GoalsPart meeting={meeting} flash={flash} />;
    case 'AGENDA':
      return <AgendaPart meeting={meeting} flash={flash} />;
    case 'EXCHANGE':
      return (
        <div data-doing="WRITING_EXCHANGE">
          <Suspense fallback={null}>
            <ExchangePanel meetingId={meeting.id} />
          </Suspense>
        </div>
      );
    case 'WRAP_UP':
      return <WrapUpPart meeting={meeting} flash={flash} />;
  }
}
