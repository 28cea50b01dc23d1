import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { Refused } from '../../../ui/Refused.tsx';
import type { Presence } from '../presence.ts';
import { bindTextarea } from './bindTextarea.ts';
import classes from './NotesEditor.module.css';
import { OtherCursor } from './OtherCursor.tsx';
import type { SharedText } from './sharedText.ts';

interface NotesEditorProps {
  shared: SharedText;
  presence: Presence;
  /** How the other one is called, beside their cursor. */
  otherName: string;
  label: string;
}

/** A text that two people type in at once. The browser's own field: its keys, its caret, its readers. */
export function NotesEditor({ shared, presence, otherName, label }: NotesEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [tooMany, setTooMany] = useState(0);
  const problem = useSyncExternalStore(shared.onProblem, shared.problem);
  const show = useEffectEvent((cursor: string | null) => presence.show({ cursor }));

  useEffect(() => {
    if (!field.current) return;
    return bindTextarea(field.current, shared, { onCursor: show, onTooMany: setTooMany });
  }, [shared]);

  return (
    <>
      <div className={classes.paper}>
        <OtherCursor shared={shared} presence={presence} field={field} name={otherName} />
        <textarea
          ref={field}
          className={classes.field}
          aria-label={label}
          placeholder="Both of you can type here at once."
          data-doing="WRITING_NOTES"
          spellCheck
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </div>
      {tooMany > 0 && (
        <Refused>
          These notes hold 20,000 characters; this is {tooMany} too many. What you typed stays here, and goes
          to the other side once it is shorter.
        </Refused>
      )}
      {problem && tooMany === 0 && <Refused>{problem}</Refused>}
    </>
  );
}
