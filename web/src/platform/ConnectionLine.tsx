import { StatusLine } from '../ui/StatusLine.tsx';
import { useOutbox } from './ApiProvider.tsx';
import { putAway, useNotices } from './notices.ts';

/** "Offline, 3 changes waiting", and what no page is there to say. */
export function ConnectionLine() {
  const { online, waiting } = useOutbox();
  const notices = useNotices();
  return (
    <>
      <StatusLine offline>{online ? null : offlineWords(waiting)}</StatusLine>
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

const number = new Intl.NumberFormat();

function offlineWords(waiting: number): string {
  if (waiting === 0) return 'Offline. What you see may be a little old.';
  if (waiting === 1) return 'Offline, 1 change waiting. It is kept and sent when the line is back.';
  return `Offline, ${number.format(waiting)} changes waiting. They are kept and sent when the line is back.`;
}
