import { ActionIcon, Anchor, Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, readFragment } from '../../platform/generated/index.ts';
import { isNewId } from '../../platform/newIds.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { ChevronIcon, PencilIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { LineForm } from '../room/LineForm.tsx';
import classes from './before.module.css';
import { ItemWords } from './ItemWords.tsx';
import { DropItem, EditItem, PlannedItemFragment } from './itemWrites.ts';

interface PlannedItemProps {
  item: FragmentType<typeof PlannedItemFragment>;
  flash: Flash;
  place: number;
  /** Where it goes when it is moved up or down; null at either end. */
  before: number | null;
  after: number | null;
}

/** Something one of the two wants to talk about: reworded, moved, or taken off with a reason. */
export function PlannedItem({ item: ref, flash, place, before, after }: PlannedItemProps) {
  const item = readFragment(PlannedItemFragment, ref);
  const edit = useWrite(EditItem);
  const drop = useWrite(DropItem);
  const [doing, setDoing] = useState<'words' | 'drop' | null>(null);
  const { id: agendaItemId, version } = item;
  const refusal = edit.refusal ?? drop.refusal;
  const leave = () => setDoing(null);
  const move = (position: number | null) =>
    position !== null && position !== place && edit.send({ input: { agendaItemId, version, position } });

  return (
    <li className={classes.item} {...flash.of(agendaItemId)}>
      <div className={classes.words}>
        <h3 className={classes.title}>{item.title}</h3>
        {item.detail && <p className={classes.detail}>{item.detail}</p>}
        <p className={classes.by}>
          {item.author.isViewer ? 'From you' : `From ${calledName(item.author.name)}`}
          {item.goal && (
            <>
              , about{' '}
              <Anchor component={Link} to={`/goals/${item.goal.id}`}>
                {item.goal.title}
              </Anchor>
            </>
          )}
        </p>
        {item.carriedFrom && <Badge variant="light">From last time</Badge>}
      </div>
      {doing === null && (
        <div className={classes.tools}>
          <ActionIcon
            variant="subtle"
            size="lg"
            className={classes.up}
            aria-label={`Move up: ${item.title}`}
            disabled={before === null}
            onClick={() => void move(before)}
          >
            <ChevronIcon />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="lg"
            className={classes.down}
            aria-label={`Move down: ${item.title}`}
            disabled={after === null}
            onClick={() => void move(after)}
          >
            <ChevronIcon />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={`Reword: ${item.title}`}
            onClick={() => setDoing('words')}
          >
            <PencilIcon />
          </ActionIcon>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Take off: ${item.title}`}
            disabled={isNewId(agendaItemId)}
            onClick={() => setDoing('drop')}
          >
            Take off
          </Button>
        </div>
      )}
      {doing === 'words' && (
        <ItemWords
          item={item}
          onLeave={leave}
          onSave={(words) => {
            leave();
            void edit.send({ input: { agendaItemId, ...words } });
          }}
        />
      )}
      {doing === 'drop' && (
        <div className={classes.form}>
          <LineForm
            name={`agenda-reason/${agendaItemId}`}
            label={`Why is “${item.title}” not needed any more?`}
            button="Take it off"
            maxLength={500}
            autoFocus
            onLeave={leave}
            onSend={(reason) => {
              leave();
              return drop.send({ input: { agendaItemId, reason } });
            }}
          />
        </div>
      )}
      {refusal && <Refused>{refusal.message}</Refused>}
    </li>
  );
}
