import { useEffect, useState } from 'react';
import { useApi } from '../../../platform/ApiProvider.tsx';
import { graphql } from '../../../platform/generated/index.ts';
import { refusalOf } from '../../../platform/refusal.ts';
import type { Presence } from '../presence.ts';
import type { NotesFeed } from './feed.ts';
import { NotesEditor } from './NotesEditor.tsx';
import { openSharedText } from './sharedText.ts';

const EditNotes = graphql(`
  mutation EditNotesInRoom($input: EditNotesInput!) {
    editNotes(input: $input) {
      __typename
      ... on EditNotesPayload {
        notes {
          id
          updatedAt
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export interface SharedNotesProps {
  meetingId: string;
  /** The whole document as the server gave it last, in base64. */
  state: string;
  feed: NotesFeed;
  presence: Presence;
  otherName: string;
}

/** The notes of both: loaded when they are first needed, for Yjs comes with them. */
export function SharedNotes({ meetingId, state, feed, presence, otherName }: SharedNotesProps) {
  const { client, connection, outbox } = useApi();
  const [shared] = useState(() =>
    openSharedText({
      state,
      isOnline: connection.online,
      async send(update) {
        const result = await client.mutation(EditNotes, { input: { meetingId, update } }).toPromise();
        return refusalOf(result)?.message ?? null;
      },
    }),
  );

  useEffect(() => shared.receive(state), [shared, state]);
  useEffect(() => feed.subscribe(shared.receive), [shared, feed]);
  useEffect(() => shared.flush, [shared]);

  // What an earlier page left unsent, such as before a reload, is on its way to the server: show it already.
  useEffect(() => {
    const takeUp = () => {
      for (const { meetingId: of, update } of outbox.inputs()) {
        if (of === meetingId && typeof update === 'string') shared.receive(update);
      }
    };
    takeUp();
    return outbox.subscribe(takeUp);
  }, [shared, outbox, meetingId]);

  return <NotesEditor shared={shared} presence={presence} otherName={otherName} label="Notes of both" />;
}
