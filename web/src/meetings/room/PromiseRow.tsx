import { Button } from '@mantine/core';
import { useState } from 'react';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Field } from '../../ui/Field.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { calendarDay } from '../../ui/time.ts';
import type { Flash } from '../../ui/useFlash.ts';
import { LineForm } from './LineForm.tsx';
import classes from './Part.module.css';
import { KeepPromise, LetPromiseGo, MovePromise, PromiseRowFragment } from './promiseWrites.ts';

interface PromiseRowProps {
  promise: FragmentType<typeof PromiseRowFragment>;
  flash: Flash;
  /** Made a moment ago: there is nothing to look back on yet. */
  justMade?: boolean;
}

/** Who does what until when: kept, given another day, or let go with a reason. */
export function PromiseRow({ promise: ref, flash, justMade = false }: PromiseRowProps) {
  const promise = readFragment(PromiseRowFragment, ref);
  const [asking, setAsking] = useState<'why' | 'when' | null>(null);
  const keep = useWrite(KeepPromise);
  const drop = useWrite(LetPromiseGo);
  const move = useWrite(MovePromise);
  const { id: actionItemId, owner, version } = promise;
  const open = promise.state === 'OPEN';
  const refusal = keep.refusal ?? drop.refusal ?? move.refusal;
  const leave = () => setAsking(null);

  return (
    <li className={classes.item} data-settled={!open || undefined} {...flash.of(promise.id)}>
      <div className={classes.head}>
        <h3 className={classes.title}>{promise.title}</h3>
        <span className={classes.by}>
          {owner.isViewer ? 'You' : calledName(owner.name)}
          {promise.dueOn && `, until ${calendarDay(promise.dueOn)}`}
        </span>
      </div>
      {open && asking === null && (
        <div className={classes.actions}>
          {!justMade && (
            <Button variant="light" onClick={() => keep.send({ input: { actionItemId } })}>
              Kept
            </Button>
          )}
          <Button variant="subtle" onClick={() => setAsking('when')}>
            {justMade ? 'Another day' : 'Stays open'}
          </Button>
          <Button variant="subtle" onClick={() => setAsking('why')}>
            Let go
          </Button>
        </div>
      )}
      {open && asking === 'why' && (
        <div className={classes.form}>
          <LineForm
            name={`promise-reason/${promise.id}`}
            label={`Why can “${promise.title}” go?`}
            button="Let it go"
            maxLength={500}
            autoFocus
            onLeave={leave}
            onSend={(reason) => {
              leave();
              return drop.send({ input: { actionItemId, reason } });
            }}
          />
        </div>
      )}
      {open && asking === 'when' && (
        <div className={classes.form}>
          <Field
            type="date"
            label="It stays open. Until when?"
            defaultValue={promise.dueOn ?? ''}
            autoFocus
            onChange={({ currentTarget: { value: dueOn } }) => {
              if (dueOn) void move.send({ input: { actionItemId, version, dueOn } });
            }}
          />
          <Button variant="subtle" onClick={leave}>
            Good
          </Button>
        </div>
      )}
      {!open && (
        <div className={classes.actions}>
          <span className={classes.settled}>
            <CheckIcon size={18} />
            {settledWords(promise)}
          </span>
          {promise.state === 'DONE' && (
            <Button variant="subtle" onClick={() => keep.send({ input: { actionItemId, undo: true } })}>
              Undo
            </Button>
          )}
        </div>
      )}
      {refusal && <Refused>{refusal.message}</Refused>}
    </li>
  );
}

function settledWords({ state, dropReason }: { state: string; dropReason?: string | null | undefined }) {
  if (state === 'DONE') return 'Kept';
  if (state === 'CARRIED') return 'Comes along to the next meeting';
  return dropReason ? `Let go: ${dropReason}` : 'Let go';
}
