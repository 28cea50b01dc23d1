import { countdown } from '../../ui/time.ts';
import { segmentName } from '../words.ts';
import classes from './Rail.module.css';
import type { RailState } from './useRail.ts';

/** The parts of the meeting on their rope; the leader may go to any of them. */
export function Segments({ rail, onGo }: { rail: RailState; onGo?: () => void }) {
  const { segments, at, leads, interrupted } = rail;
  return (
    <ol className={classes.segments}>
      {segments.map((segment, index) => {
        const state = index < at ? 'done' : index === at ? 'current' : 'ahead';
        const name = segmentName[segment.kind];
        return (
          <li
            key={segment.id}
            className={classes.segment}
            data-state={state}
            {...(index === at && { 'aria-current': 'step' as const })}
          >
            {leads && index !== at && !interrupted ? (
              <button
                type="button"
                className={classes.name}
                onClick={() => {
                  rail.go(segment.id);
                  onGo?.();
                }}
              >
                {name}
              </button>
            ) : (
              <span className={classes.name}>{name}</span>
            )}
            {index === at ? (
              <Clock rail={rail} />
            ) : (
              <span className={classes.minutes}>{segment.minutes} min</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** What the current part has left. Running over is no fault: it is told, not shouted. */
export function Clock({ rail: { left, interrupted } }: { rail: RailState }) {
  const over = left < 0;
  const words = interrupted ? 'paused' : over ? 'over' : 'left';
  return (
    <span className={classes.clock} data-over={over || undefined} role="timer">
      {over && '+'}
      {countdown(left)} <span className={classes.unit}>{words}</span>
    </span>
  );
}
