import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { Mark } from './Mark.tsx';
import classes from './Shell.module.css';

export interface Door {
  to: string;
  label: string;
  /** On a phone's bar, where room is short; the label when left out. */
  short?: string;
  icon: ReactNode;
}

interface ShellProps {
  brand: string;
  doors: Door[];
  /** Stands at the foot of the side navigation, on wide screens only. */
  foot?: ReactNode;
  /** One calm line above everything: offline, waiting, done. */
  status?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: doors at the side on a wide screen, at the thumb on a phone. */
export function Shell({ brand, doors, foot, status, children }: ShellProps) {
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to the page
      </a>
      <header className={classes.top}>
        <Link className={classes.brand} to="/">
          <Mark />
          {brand}
        </Link>
      </header>
      <nav className={classes.side} aria-label="Main">
        <ul className={classes.doors}>
          {doors.map((door) => (
            <li key={door.to}>
              <NavLink className={classes.door} to={door.to} end={door.to === '/'}>
                <span className={classes.icon}>{door.icon}</span>
                <span className={classes.long}>{door.label}</span>
                <span className={classes.short}>{door.short ?? door.label}</span>
              </NavLink>
            </li>
          ))}
        </ul>
        {foot !== undefined && <div className={classes.foot}>{foot}</div>}
      </nav>
      <main className={classes.main} id="main" tabIndex={-1}>
        {children}
      </main>
      <div className={classes.status}>{status}</div>
    </div>
  );
}
