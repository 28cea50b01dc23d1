import classes from './PathGlance.module.css';

interface PathGlanceProps {
  /** Steps reached, of how many. */
  reached: number;
  total: number;
  /** In words, for those who listen: "2 of 5 steps reached". */
  label: string;
}

/** The same rising line at a glance, for lists and cards. */
export function PathGlance({ reached, total, label }: PathGlanceProps) {
  const holds = Array.from({ length: Math.max(total, 1) + 1 }, (_, i) => i / Math.max(total, 1));
  return (
    <svg className={classes.glance} role="img" aria-label={label} viewBox="0 0 120 40">
      <path className={classes.ahead} d={rise(1)} />
      {reached > 0 && <path className={classes.climbed} d={rise(reached / total)} />}
      {holds.slice(1).map((part, i) => (
        <circle
          key={part}
          className={i < reached ? classes.held : classes.hold}
          cx={across(part)}
          cy={height(part)}
          r="3.5"
        />
      ))}
    </svg>
  );
}

const across = (part: number) => 5 + part * 108;
const height = (part: number) => 35 - 29 * part ** 1.25;

/** The slope from the foot up to a part of the way, in short strokes. */
function rise(upTo: number): string {
  const strokes = Array.from({ length: 25 }, (_, i) => (i / 24) * upTo);
  return strokes
    .map((part, i) => `${i === 0 ? 'M' : 'L'}${across(part).toFixed(1)} ${height(part).toFixed(1)}`)
    .join('');
}
