import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PrivateNotesFragment } from '../../platform/generated/graphql.ts';
import { graphql } from '../../platform/generated/index.ts';
import { useViewer } from '../../platform/session.tsx';
import { useWrite } from '../../platform/useWrite.ts';
import { forgetText, keepText, keptText } from './keptText.ts';

const SavePrivateNote = graphql(`
  mutation SavePrivateNoteInRoom($input: SavePrivateNoteInput!) {
    savePrivateNote(input: $input) {
      __typename
      ... on SavePrivateNotePayload {
        note {
          id
          text
          version
        }
        meeting {
          id
          privateNote {
            id
          }
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          __typename
          ... on PrivateNote {
            id
            text
            version
          }
        }
      }
    }
  }
`);

/** Milliseconds of rest after which what was typed is saved. */
const rest = 600;

interface Saved {
  text: string;
  version: number;
}

/** One's own notes: saved as they are typed, one save after the other. */
export function usePrivateNote({ id: meetingId, privateNote }: PrivateNotesFragment) {
  const { person } = useViewer();
  const draft = `note/${person.id}/${meetingId}`;
  const stored: Saved = { text: privateNote?.text ?? '', version: privateNote?.version ?? 0 };
  const saved = useRef(stored);
  const busy = useRef(false);
  const latest = useRef(keptText(draft) ?? stored.text);
  const [text, setText] = useState(latest.current);
  const [other, setOther] = useState<Saved | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = useWrite(SavePrivateNote);

  const show = (words: string) => {
    latest.current = words;
    setText(words);
  };

  const save = useEffectEvent(async () => {
    clearTimeout(timer.current);
    const words = latest.current;
    if (busy.current || other || words === saved.current.text) return;
    busy.current = true;
    const { version } = saved.current;
    const done = await write.send({ input: { meetingId, version, text: words } });
    busy.current = false;
    if (!done) return;
    saved.current = done.note;
    if (latest.current === words) forgetText(draft);
    else void save();
  });

  // Changed in another window of mine. When nothing was typed here, it is simply shown.
  useEffect(() => {
    if (stored.version <= saved.current.version) return;
    const isClean = latest.current === saved.current.text;
    if (!isClean || busy.current) return;
    saved.current = { text: stored.text, version: stored.version };
    latest.current = stored.text;
    setText(stored.text);
  }, [stored.version, stored.text]);

  useEffect(() => {
    if (write.fact?.__typename !== 'Outdated' || write.fact.current.__typename !== 'PrivateNote') return;
    const { text: theirs, version } = write.fact.current;
    saved.current = { text: theirs, version };
    if (theirs !== latest.current) setOther({ text: theirs, version });
  }, [write.fact]);

  // What an earlier page could not save any more.
  useEffect(() => {
    const last = () => void save();
    last();
    addEventListener('pagehide', last);
    return () => {
      removeEventListener('pagehide', last);
      last();
    };
  }, []);

  return {
    text,
    /** What another window wrote, when both did. */
    other: other?.text,
    refusal: other ? null : write.refusal,
    type(words: string) {
      show(words);
      keepText(draft, words);
      clearTimeout(timer.current);
      timer.current = setTimeout(save, rest);
    },
    save,
    /** Settles for one of the two texts. */
    settle(words: string) {
      setOther(null);
      show(words);
      keepText(draft, words);
      timer.current = setTimeout(save, 0);
    },
  };
}
