import type { ReactNode } from 'react';
import { CheckIcon } from './icons.tsx';
import classes from './PathLine.module.css';

export interface PathStep {
  id: string;
  title: string;
  reached: boolean;
  /** When it is due, or was reached, in words. */
  detail?: ReactNode;
  /** The other one has just changed it: marked for a moment. */
  marked?: boolean;
}

interface PathLineProps {
  /** What waits at the top. */
  title: string;
  /** From the foot of the climb to its top. */
  steps: PathStep[];
  /** What can be done with a step, at its side. */
  render?: (step: PathStep) => ReactNode;
}

/** A line that rises by its milestones: the foot of the climb stands lowest, the goal on top. */
export function PathLine({ title, steps, render }: PathLineProps) {
  const next = steps.find((step) => !step.reached)?.id;
  const done = steps.length > 0 && next === undefined;
  return (
    <ol className={classes.path} reversed>
      <li className={classes.step} data-top="" data-reached={done || undefined}>
        <span className={classes.rope} aria-hidden="true">
          <Summit />
        </span>
        <p className={classes.summit}>{title}</p>
      </li>
      {steps.toReversed().map((step, i) => (
        <li
          key={step.id}
          className={classes.step}
          data-reached={step.reached || undefined}
          data-next={step.id === next || undefined}
          data-flash={step.marked ? '' : undefined}
        >
          <span className={classes.rope} aria-hidden="true">
            <Rope towards={i % 2 === 0 ? 1 : -1} />
            <span className={classes.hold} data-side={i % 2 === 0 ? 'left' : 'right'}>
              {step.reached && <CheckIcon size={16} />}
            </span>
          </span>
          <div className={classes.words}>
            <p className={classes.title}>
              {step.title}
              <span className={classes.state}>
                {step.reached ? ', reached' : step.id === next ? ', next' : ''}
              </span>
            </p>
            {step.detail && <p className={classes.detail}>{step.detail}</p>}
          </div>
          {render && <div className={classes.actions}>{render(step)}</div>}
        </li>
      ))}
    </ol>
  );
}

/** From this hold up to the next one, swaying from side to side as a climber does. */
function Rope({ towards }: { towards: 1 | -1 }) {
  const [low, high] = towards === 1 ? [18, 34] : [34, 18];
  return (
    <svg aria-hidden="true" className={classes.line} viewBox="0 0 52 100" preserveAspectRatio="none">
      <path d={`M${low} 100C${low} 60 ${high} 40 ${high} 0`} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function Summit() {
  return (
    <svg aria-hidden="true" className={classes.flag} width="52" height="40" viewBox="0 0 52 40" fill="none">
      <path d="M34 38V8" />
      <path d="M34 9c5-4 9 3 15-1v11c-6 4-10-3-15 1z" className={classes.cloth} />
    </svg>
  );
}
