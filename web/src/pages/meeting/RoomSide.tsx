import { LiveLines } from '../../feedback/room/LiveLines.tsx';
import { Moments } from '../../feedback/room/Moments.tsx';
import { Usefulness } from '../../feedback/room/Usefulness.tsx';
import { AdviceList } from '../../meetings/room/Advice.tsx';
import { MadePromises } from '../../meetings/room/MadePromises.tsx';
import { BorrowedQuestion } from '../../meetings/room/PersonalPart.tsx';
import { TalkShare } from '../../meetings/room/TalkShare.tsx';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './RoomPage.module.css';
import { SideSection } from './SideSection.tsx';

export const RoomSideFragment = graphql(`
  fragment RoomSide on Meeting {
    id
    currentSegment {
      id
      kind
    }
    ...LiveLines
    ...Talk
    ...MadePromises
    ...AdviceList
    ...MomentsOfRoom
  }
`);

interface RoomSideProps {
  questions: readonly string[];
  meeting: FragmentType<typeof RoomSideFragment>;
  flash: Flash;
}

/** How it goes, and what is worth keeping. */
export function RoomSide({ meeting: ref, questions, flash }: RoomSideProps) {
  const meeting = readFragment(RoomSideFragment, ref);
  return (
    <>
      <SideSection title="How it goes">
        <LiveLines meeting={meeting} />
        <Usefulness meeting={meeting} />
      </SideSection>
      <SideSection title="Talking">
        <TalkShare meeting={meeting} />
        {meeting.currentSegment?.kind !== 'PERSONAL' && (
          <details className={classes.borrow}>
            <summary>Borrow an open question</summary>
            <BorrowedQuestion questions={questions} />
          </details>
        )}
      </SideSection>
      {meeting.currentSegment?.kind !== 'WRAP_UP' && (
        <SideSection title="Promised today">
          <MadePromises meeting={meeting} flash={flash} />
        </SideSection>
      )}
      <SideSection title="Advice">
        <AdviceList meeting={meeting} flash={flash} />
      </SideSection>
      <SideSection title="Moments">
        <Moments meeting={meeting} flash={flash} />
      </SideSection>
    </>
  );
}
