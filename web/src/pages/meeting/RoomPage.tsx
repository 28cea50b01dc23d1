import { useEffect, useRef, useState } from 'react';
import { pulseKinds } from '../../feedback/room/pulses.tsx';
import { TapBar } from '../../feedback/room/TapBar.tsx';
import { Together } from '../../feedback/room/Together.tsx';
import { useTaps } from '../../feedback/room/useTaps.ts';
import { createNotesFeed } from '../../meetings/room/notes/feed.ts';
import { usePresence } from '../../meetings/room/presence.ts';
import { Rail } from '../../meetings/room/Rail.tsx';
import { useDoing } from '../../meetings/room/useDoing.ts';
import { useRoomKeys } from '../../meetings/room/useRoomKeys.ts';
import { useWide } from '../../meetings/room/useWide.ts';
import { calledName } from '../../people/calledName.ts';
import type { RoomQuery as RoomData } from '../../platform/generated/graphql.ts';
import { graphql } from '../../platform/generated/index.ts';
import { useFollow } from '../../platform/useFollow.ts';
import { usePage } from '../../platform/usePage.ts';
import { announce } from '../../ui/announce.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useFlash } from '../../ui/useFlash.ts';
import { Part } from './Part.tsx';
import { RoomHead } from './RoomHead.tsx';
import { RoomNotes } from './RoomNotes.tsx';
import classes from './RoomPage.module.css';
import { RoomSheets } from './RoomSheets.tsx';
import { RoomSide } from './RoomSide.tsx';
import { RoomSkeleton } from './RoomSkeleton.tsx';
import { RoomEvents } from './roomEvents.ts';
import { newsOf, type RoomEvent } from './roomNews.ts';
import { useFollowOwn } from './useFollowOwn.ts';

const RoomQuery = graphql(`
  query Room($id: ID!) {
    openQuestions
    viewer {
      seq
    }
    meeting(id: $id) {
      id
      mentorship {
        id
        seq
        other {
          id
          name
        }
      }
      ...RoomHead
      ...Rail
      ...Together
      ...Talk
      ...Part
      ...RoomNotes
      ...RoomSide
    }
  }
`);

/** A meeting while it goes on: where are we, what are we working towards, what did the other one just tell me. */
export function RoomPage({ id }: { id: string }) {
  const { data, fresh, refresh } = usePage(RoomQuery, { id });
  const [feed] = useState(createNotesFeed);
  const flash = useFlash();

  function hear(event: RoomEvent) {
    // The next meeting was planned, moved or called off; a goal came or went: rare, so the page reads again.
    if (changesLists(event)) {
      flash.mark('next meeting');
      return refresh();
    }
    if ('meeting' in event && event.meeting.id !== id) return;
    if (event.__typename === 'NotesEdited') return feed.push(event.update);
    if (event.actor?.isViewer) return;
    const { sentence, mark } = newsOf(event);
    if (mark) flash.mark(mark);
    if (sentence) announce(sentence);
  }

  useFollow({
    document: RoomEvents,
    variables: { mentorshipId: data?.meeting.mentorship.id ?? '' },
    seq: fresh ? data?.meeting.mentorship.seq : undefined,
    onEvent: hear,
    refresh,
  });

  useFollowOwn(fresh ? data?.viewer?.seq : undefined, refresh);

  if (!data) return <RoomSkeleton />;
  return <Room data={data} feed={feed} flash={flash} />;
}

interface RoomProps {
  data: RoomData;
  feed: ReturnType<typeof createNotesFeed>;
  flash: ReturnType<typeof useFlash>;
}

function Room({ data: { meeting, openQuestions }, feed, flash }: RoomProps) {
  const wide = useWide();
  const room = useRef<HTMLDivElement>(null);
  const [sheet, setSheet] = useState<'keys' | 'side' | null>(null);
  const presence = usePresence(meeting.id);
  const taps = useTaps(meeting);
  useDoing(presence, room, taps.talks);
  const otherName = calledName(meeting.mentorship.other.name);

  useRoomKeys({
    ...Object.fromEntries(pulseKinds.map((kind, index) => [String(index + 1), () => taps.givePulse(kind)])),
    t: taps.talk,
    q: taps.ask,
    m: () => taps.setKeeping(true),
    n: () => room.current?.querySelector('textarea')?.focus(),
    '?': () => setSheet('keys'),
  });

  useEffect(() => {
    if (wide) setSheet((open) => (open === 'side' ? null : open));
  }, [wide]);

  const side = <RoomSide meeting={meeting} questions={openQuestions} flash={flash} />;
  return (
    <div className={classes.room} ref={room}>
      <RoomHead meeting={meeting} presence={presence} onKeys={() => setSheet('keys')} />
      <div className={classes.rail}>
        <Rail meeting={meeting} />
      </div>
      <div className={classes.centre}>
        <Together meeting={meeting} presence={presence} flash={flash} />
        <Part meeting={meeting} questions={openQuestions} flash={flash} />
        <RoomNotes meeting={meeting} feed={feed} presence={presence} otherName={otherName} />
      </div>
      {wide ? (
        <aside className={classes.side} aria-label="While you talk">
          <TapBar taps={taps} />
          {side}
        </aside>
      ) : (
        <TapBar taps={taps} onMore={() => setSheet('side')} />
      )}
      <Sheet title="The meeting so far" opened={sheet === 'side'} onClose={() => setSheet(null)}>
        {!wide && side}
      </Sheet>
      <RoomSheets taps={taps} otherName={otherName} keys={sheet === 'keys'} onClose={() => setSheet(null)} />
    </div>
  );
}

/** Events of lists that hang on more than this meeting. */
function changesLists({ __typename }: RoomEvent): boolean {
  switch (__typename) {
    case 'MeetingPlanned':
    case 'MeetingEdited':
    case 'MeetingCancelled':
    case 'MeetingConfirmed':
    case 'GoalAdded':
    case 'GoalStateChanged':
      return true;
    default:
      return false;
  }
}
