import { useState } from 'react';
import { QuestionIcon, SparkIcon, SpeechIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { PulseMark, pulseKinds, pulseName } from './pulses.tsx';
import classes from './TapBar.module.css';
import type { Taps } from './useTaps.ts';

interface TapBarProps {
  taps: Taps;
  /** Opens what stands beside the work on a wide screen; left out there. */
  onMore?: (() => void) | undefined;
}

/** What one does while talking, at the thumb: a pulse, "I'm talking", a question, a moment. */
export function TapBar({ taps, onMore }: TapBarProps) {
  const [open, setOpen] = useState(false);
  return (
    <fieldset className={classes.bar} aria-label="While you talk">
      {taps.refusal && <Refused>{taps.refusal}</Refused>}
      <div className={classes.pulses} data-open={open || undefined} id="pulses">
        {pulseKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className={classes.pulse}
            onClick={() => {
              taps.givePulse(kind);
              setOpen(false);
            }}
          >
            <PulseMark kind={kind} />
            {pulseName[kind]}
          </button>
        ))}
      </div>
      <div className={classes.taps}>
        <button
          type="button"
          className={`${classes.tap} ${classes.onlyNarrow}`}
          aria-expanded={open}
          aria-controls="pulses"
          onClick={() => setOpen(!open)}
        >
          <PulseMark kind={taps.sent ?? 'ENCOURAGED'} size={22} />
          Pulse
        </button>
        <button type="button" className={classes.tap} aria-pressed={taps.talks} onClick={taps.talk}>
          <SpeechIcon size={22} />
          {taps.talks ? 'I’m done' : 'I’m talking'}
        </button>
        <button type="button" className={classes.tap} onClick={taps.ask}>
          <QuestionIcon size={22} />
          <span>
            Question <span className={classes.count}>{taps.questions}</span>
          </span>
        </button>
        <button type="button" className={classes.tap} onClick={() => taps.setKeeping(true)}>
          <SparkIcon size={22} />
          Moment
        </button>
        {onMore && (
          <button type="button" className={classes.tap} onClick={onMore}>
            <MoreLines />
            More
          </button>
        )}
      </div>
    </fieldset>
  );
}

function MoreLines() {
  return (
    <svg
      aria-hidden="true"
      width={22}
      height={22}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
    >
      <path d="M4 15c3 0 3-6 6-6s3 4 5 4 2-5 5-5M4 20h16" />
    </svg>
  );
}
