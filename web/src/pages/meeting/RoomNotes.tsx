import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { NotesFeed } from '../../meetings/room/notes/feed.ts';
import type { Presence } from '../../meetings/room/presence.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Section } from '../../ui/Section.tsx';
import { useIdle } from '../../ui/useIdle.ts';
import classes from './RoomPage.module.css';

const SharedNotes = lazy(async () => ({
  default: (await import('../../meetings/room/notes/SharedNotes.tsx')).SharedNotes,
}));

const PrivateNotes = lazy(async () => ({
  default: (await import('../../meetings/room/PrivateNotes.tsx')).PrivateNotes,
}));

export const RoomNotesFragment = graphql(`
  fragment RoomNotes on Meeting {
    id
    notes {
      id
      state
    }
    ...PrivateNotes
  }
`);

interface RoomNotesProps {
  meeting: FragmentType<typeof RoomNotesFragment>;
  feed: NotesFeed;
  presence: Presence;
  otherName: string;
}

/** What is written down: together, and for oneself. */
export function RoomNotes({ meeting: ref, feed, presence, otherName }: RoomNotesProps) {
  const meeting = readFragment(RoomNotesFragment, ref);
  const idle = useIdle();
  const paper = <Skeleton className={classes.notes} radius="md" />;
  return (
    <Section title="Notes">
      {idle ? (
        <Suspense fallback={paper}>
          <SharedNotes
            meetingId={meeting.id}
            state={meeting.notes.state}
            feed={feed}
            presence={presence}
            otherName={otherName}
          />
          <PrivateNotes meeting={meeting} />
        </Suspense>
      ) : (
        paper
      )}
    </Section>
  );
}
