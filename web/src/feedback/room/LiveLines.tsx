import { VisuallyHidden } from '@mantine/core';
import { serverNow, useEvery } from '../../meetings/room/clock.ts';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { countdown } from '../../ui/time.ts';
import { useWidth } from '../../ui/useWidth.ts';
import classes from './LiveLines.module.css';
import { PulseFragment, UsefulnessFragment } from './liveWrites.ts';
import { PulseMark, pulseName } from './pulses.tsx';
import { sideOf, stepsOf } from './steps.ts';

export const LiveLinesFragment = graphql(`
  fragment LiveLines on Meeting {
    id
    startedAt
    minutes
    pulses {
      id
      ...PulseOfRoom
    }
    usefulness {
      id
      ...UsefulnessOfRoom
    }
    mentorship {
      id
      other {
        id
        name
      }
    }
  }
`);

const height = 132;
/** The rows of marks above and below, and the five levels between them. */
const top = 30;
const bottom = height - 30;

/** How it goes: how useful both find it, as two thin lines over the meeting's time, and pulses as marks. */
export function LiveLines({ meeting: ref }: { meeting: FragmentType<typeof LiveLinesFragment> }) {
  const meeting = readFragment(LiveLinesFragment, ref);
  const pulses = meeting.pulses.map((one) => readFragment(PulseFragment, one));
  const marks = meeting.usefulness.map((one) => readFragment(UsefulnessFragment, one));
  const [box, width] = useWidth<HTMLDivElement>(260);
  useEvery(5000);

  const now = serverNow();
  const start = meeting.startedAt ? Date.parse(meeting.startedAt) : now;
  const end = Math.max(start + meeting.minutes * 60_000, now);
  const x = (time: number) =>
    8 + (Math.min(Math.max(time - start, 0), end - start) / (end - start || 1)) * (width - 16);
  const y = (value: number) => bottom - ((value - 1) / 4) * (bottom - top);
  const name = calledName(meeting.mentorship.other.name);
  const sides = ['theirs', 'mine'] as const;

  return (
    <figure className={classes.figure}>
      <figcaption className={classes.legend}>
        <span data-tone="mine">You</span>
        <span data-tone="theirs">{name}</span>
      </figcaption>
      <div ref={box} className={classes.box}>
        <svg aria-hidden="true" width={width} height={height}>
          {[1, 3, 5].map((level) => (
            <line key={level} className={classes.level} x1={8} x2={width - 8} y1={y(level)} y2={y(level)} />
          ))}
          <line className={classes.now} x1={x(now)} x2={x(now)} y1={top - 6} y2={bottom + 6} />
          {sides.map((side) => (
            <path
              key={side}
              className={classes.line}
              data-tone={side}
              d={stepsOf(
                marks.filter((mark) => sideOf(mark) === side),
                { x, y, now },
              )}
            />
          ))}
          {pulses.toReversed().map((pulse) => (
            <g
              key={pulse.id}
              className={classes.pulse}
              data-tone={sideOf(pulse)}
              transform={`translate(${x(Date.parse(pulse.at)) - 8} ${pulse.author.isViewer ? height - 19 : 3})`}
            >
              <PulseMark kind={pulse.kind} size={16} />
            </g>
          ))}
        </svg>
      </div>
      <VisuallyHidden>
        <table>
          <caption>Pulses and usefulness, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Time into the meeting</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {[...pulses, ...marks]
              .sort((a, b) => b.at.localeCompare(a.at))
              .slice(0, 40)
              .map((one) => (
                <tr key={one.id}>
                  <td>{countdown((Date.parse(one.at) - start) / 1000)}</td>
                  <td>{one.author.isViewer ? 'You' : name}</td>
                  <td>{'kind' in one ? pulseName[one.kind] : `${one.value} of 5`}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
