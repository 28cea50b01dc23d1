import { useEffect, useState } from 'react';
import { locale } from '../ui/locale.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import { useOutbox } from './ApiProvider.tsx';
import { putAway, useNotices } from './notices.ts';

/** "Offline, 3 changes waiting", and what no page is there to say. */
export function ConnectionLine() {
  const { online, waiting } = useOutbox();
  const away = useLasting(!online);
  const notices = useNotices();
  return (
    <>
      <StatusLine offline>{away ? offlineWords(waiting) : null}</StatusLine>
      {notices.map((sentence) => (
        <StatusLine
          key={sentence}
          action={
            <button type="button" onClick={() => putAway(sentence)}>
              All right
            </button>
          }
        >
          {sentence}
        </StatusLine>
      ))}
    </>
  );
}

/** Milliseconds; a line that is back sooner was never worth a word. */
const patience = 1200;

/** True once something has been so for a while. */
function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), patience);
    return () => clearTimeout(timer);
  }, [now]);
  return lasting && now;
}

const number = new Intl.NumberFormat(locale);

function offlineWords(waiting: number): string {
  if (waiting === 0) return 'Offline. What you see may be a little old.';
  if (waiting === 1) return 'Offline, 1 change waiting. It is kept and sent when the line is back.';
  return `Offline, ${number.format(waiting)} changes waiting. They are kept and sent when the line is back.`;
}
