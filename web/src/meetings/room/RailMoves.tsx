import { Button } from '@mantine/core';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { PauseIcon, PlayIcon } from '../../ui/icons.tsx';
import { segmentName } from '../words.ts';
import classes from './Rail.module.css';
import type { RailState } from './useRail.ts';

/** What moves the meeting: on, back, longer, to a halt, to its end. */
export function RailMoves({ rail }: { rail: RailState }) {
  const { leads, next, previous, interrupted, other } = rail;
  return (
    <div className={classes.moves}>
      <Lead rail={rail} />
      {leads && next && !interrupted && (
        <Button fullWidth onClick={() => rail.go(next.id)}>
          On to {inSentence(segmentName[next.kind])}
        </Button>
      )}
      {!leads && next && !interrupted && (
        <Button fullWidth variant="default" disabled={rail.asked === 'by me'} onClick={rail.ask}>
          {rail.asked === 'by me' ? 'You asked to move on' : 'Ask to move on'}
        </Button>
      )}
      {leads && !interrupted && (
        <div className={classes.pair}>
          <Button variant="default" disabled={!previous} onClick={() => previous && rail.go(previous.id)}>
            Go back
          </Button>
          <Button variant="default" onClick={rail.extend}>
            5 min more
          </Button>
        </div>
      )}
      {interrupted ? (
        <Button fullWidth leftSection={<PlayIcon size={18} />} onClick={rail.resume}>
          Go on
        </Button>
      ) : (
        <Button fullWidth variant="subtle" leftSection={<PauseIcon size={18} />} onClick={rail.interrupt}>
          Pause the clock
        </Button>
      )}
      {leads && !interrupted && (
        <Button fullWidth variant="subtle" onClick={rail.handOver}>
          Let {other} lead
        </Button>
      )}
      <div className={classes.end}>
        <ConfirmButton
          question="End the meeting for both of you?"
          confirm={rail.ending ? 'Ending…' : 'End it'}
          onConfirm={rail.end}
        >
          End the meeting
        </ConfirmButton>
        {rail.undoable && (
          <Button variant="subtle" onClick={rail.undo}>
            Started by accident? Undo
          </Button>
        )}
      </div>
    </div>
  );
}

/** Who leads, and whether the other one would like to move on: one line that is always there. */
export function Lead({ rail: { leads, other, asked, interrupted } }: { rail: RailState }) {
  if (interrupted) return <p className={classes.leads}>The clock stands still.</p>;
  if (leads && asked === 'by the other') {
    return (
      <p className={classes.leads} data-asked data-flash="">
        {other} would like to move on.
      </p>
    );
  }
  return <p className={classes.leads}>{leads ? 'You lead.' : `${other} leads.`}</p>;
}

const inSentence = (name: string) => (name.endsWith('?') ? `“${name}”` : name.toLowerCase());
