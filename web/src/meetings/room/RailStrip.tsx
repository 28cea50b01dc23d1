import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { ChevronIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { segmentName } from '../words.ts';
import classes from './Rail.module.css';
import { Lead, RailMoves } from './RailMoves.tsx';
import { Clock, Segments } from './Segments.tsx';
import type { RailState } from './useRail.ts';

/** The rail on a phone: the current part and its clock in one line; a tap opens the whole over the page. */
export function RailStrip({ rail }: { rail: RailState }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const strip = useRef<HTMLElement>(null);
  const { current } = rail;
  if (!current) return null;

  const toggle = () => {
    setOpen(!open);
    // At the top of the screen there is room for all of it.
    if (!open) strip.current?.scrollIntoView({ block: 'start' });
  };

  return (
    <nav
      ref={strip}
      className={classes.strip}
      data-open={open || undefined}
      aria-label="The parts of this meeting"
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <div className={classes.line}>
        <button
          type="button"
          className={classes.now}
          aria-expanded={open}
          aria-controls={panel}
          onClick={toggle}
        >
          <span className={classes.where}>
            <span className={classes.part}>{segmentName[current.kind]}</span>
            <ChevronIcon size={16} />
          </span>
          <Clock rail={rail} />
        </button>
        <div className={classes.quick}>
          <QuickMove rail={rail} />
        </div>
      </div>
      <Lead rail={rail} />
      {rail.refusal && !open && <Refused>{rail.refusal}</Refused>}
      <div id={panel} className={classes.panel} hidden={!open}>
        <Segments rail={rail} onGo={() => setOpen(false)} />
        <RailMoves rail={rail} />
        {rail.refusal && <Refused>{rail.refusal}</Refused>}
      </div>
    </nav>
  );
}

/** The one move that is needed most. */
function QuickMove({ rail }: { rail: RailState }) {
  const { next, leads, interrupted, asked } = rail;
  if (interrupted) return <Button onClick={rail.resume}>Go on</Button>;
  if (!next) return null;
  if (leads) return <Button onClick={() => rail.go(next.id)}>Move on</Button>;
  return (
    <Button variant="default" disabled={asked === 'by me'} onClick={rail.ask}>
      {asked === 'by me' ? 'Asked' : 'Move on?'}
    </Button>
  );
}
