import { type ComponentProps, type ReactNode, useId } from 'react';
import classes from './Field.module.css';

interface Named {
  /** Always there for those who listen; shown unless `hideLabel`. */
  label: string;
  hideLabel?: boolean;
}

/** A line to write in, or a day to choose: the browser's own, for pages that must be light. */
export function Field({ label, hideLabel = false, className, ...props }: ComponentProps<'input'> & Named) {
  const id = useId();
  return (
    <div className={className}>
      {!hideLabel && (
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
      )}
      <input id={id} className={classes.field} {...(hideLabel && { 'aria-label': label })} {...props} />
    </div>
  );
}

interface ChoiceProps extends Omit<ComponentProps<'select'>, 'children'> {
  label: string;
  /** The options. */
  children: ReactNode;
}

/** One of a few. */
export function Choice({ label, children, ...props }: ChoiceProps) {
  return (
    <select className={classes.field} aria-label={label} {...props}>
      {children}
    </select>
  );
}
