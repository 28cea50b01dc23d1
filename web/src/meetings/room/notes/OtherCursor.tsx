import { type RefObject, useEffect, useReducer, useRef, useSyncExternalStore } from 'react';
import type { Presence } from '../presence.ts';
import classes from './NotesEditor.module.css';
import type { SharedText } from './sharedText.ts';

interface OtherCursorProps {
  shared: SharedText;
  presence: Presence;
  field: RefObject<HTMLTextAreaElement | null>;
  name: string;
}

/** The other one's caret and selection, drawn on a copy of the text that lies under the field. */
export function OtherCursor({ shared, presence, field, name }: OtherCursorProps) {
  const pointer = useSyncExternalStore(presence.subscribe, () => presence.other()?.cursor ?? null);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const copy = useRef<HTMLDivElement>(null);

  // The field says `input` for what is typed here; the text tells of the rest.
  useEffect(() => {
    const element = field.current;
    const scroll = () => {
      if (copy.current && element) copy.current.scrollTop = element.scrollTop;
    };
    const stop = shared.onChange(draw);
    element?.addEventListener('input', draw);
    element?.addEventListener('scroll', scroll);
    return () => {
      stop();
      element?.removeEventListener('input', draw);
      element?.removeEventListener('scroll', scroll);
    };
  }, [shared, field]);

  const place = pointer === null ? null : shared.find(pointer);
  useEffect(() => {
    if (place && copy.current && field.current) copy.current.scrollTop = field.current.scrollTop;
  });
  if (!place) return null;

  const text = shared.read();
  const from = Math.min(place.anchor, place.head);
  const to = Math.max(place.anchor, place.head);
  const caret = (
    <span className={classes.caret} data-testid="other-cursor">
      <span className={classes.flag}>{name}</span>
    </span>
  );
  return (
    <div ref={copy} className={classes.copy} aria-hidden="true">
      {text.slice(0, from)}
      {place.head === from && caret}
      <mark className={classes.selection}>{text.slice(from, to)}</mark>
      {place.head !== from && caret}
      {/* A last empty line has height only when something stands on it. */}
      {`${text.slice(to)}\n`}
    </div>
  );
}
