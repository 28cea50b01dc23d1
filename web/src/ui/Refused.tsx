import type { ReactNode } from 'react';
import classes from './Refused.module.css';

/** Why something was not taken, right where it was tried. */
export function Refused({ children }: { children: ReactNode }) {
  return (
    <p className={classes.refused} role="alert">
      {children}
    </p>
  );
}
