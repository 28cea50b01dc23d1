import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ExchangePartsFragment as Exchange } from '../../platform/generated/graphql.ts';
import { readFragment } from '../../platform/generated/index.ts';
import { useAutosave } from '../../platform/useAutosave.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Scale } from '../../ui/Scale.tsx';
import { principles } from '../principles.ts';
import classes from './exchange.module.css';
import { ExchangePartsFragment, SaveExchangeDraft, SealExchange } from './exchangeParts.ts';
import { emptyPart, missingIn, partOf, questions, rated, ratingIn } from './part.ts';

/** One's own part, kept as it is written, and sealed for good. */
export function WritePart({ exchange, name }: { exchange: Exchange; name: string }) {
  const { id: exchangeId, mine } = exchange;
  const version = mine?.version ?? 0;
  const save = useWrite(SaveExchangeDraft);
  const seal = useWrite(SealExchange);
  const [asked, setAsked] = useState(false);
  const draft = useAutosave({
    saved: mine ? partOf(mine) : emptyPart,
    version,
    save: async (part, version) => {
      const answer = await save.send({ input: { exchangeId, version, ...part } });
      return answer && (readFragment(ExchangePartsFragment, answer.exchange).mine?.version ?? 0);
    },
  });
  const part = draft.value;
  const missing = missingIn(part);
  const isOutdated = save.refusal?.fact === 'Outdated';

  const sealIt = async () => {
    draft.discard();
    if ((await seal.send({ input: { exchangeId, ...part } })) === null) draft.change(part);
  };

  return (
    <div className={classes.panel}>
      <p className={classes.calm}>
        Write for {name}, in your own words. Nobody reads it before you have both sealed; then both parts open
        at the same moment.
      </p>
      {questions.map(({ field, title, hint }) => (
        <Textarea
          key={field}
          label={title}
          description={hint}
          autosize
          minRows={2}
          maxLength={2000}
          value={part[field]}
          onChange={(event) => draft.change({ ...part, [field]: event.currentTarget.value })}
        />
      ))}
      <div className={classes.scales}>
        {principles.map(({ principle, name: title, sentence }) => (
          <Scale
            key={principle}
            label={`${title}: ${sentence}`}
            low="not at all"
            high="fully"
            value={ratingIn(part, principle)}
            onChange={(value) => draft.change(rated(part, principle, value))}
          />
        ))}
      </div>
      {isOutdated && (
        <>
          <Refused>You wrote on this somewhere else. Which words shall stay?</Refused>
          <Group gap="xs">
            <Button variant="default" onClick={draft.keep}>
              These here
            </Button>
            <Button
              variant="default"
              onClick={() => {
                save.forget();
                draft.discard();
              }}
            >
              The other ones
            </Button>
          </Group>
        </>
      )}
      {save.refusal && !isOutdated && <Refused>{save.refusal.message}</Refused>}
      <div className={classes.foot}>
        {missing.length === 0 ? (
          <ConfirmButton
            variant="filled"
            size="md"
            question="Nothing can be changed afterwards."
            confirm="Seal it now"
            onConfirm={() => void sealIt()}
          >
            Seal my part
          </ConfirmButton>
        ) : (
          <Button size="md" variant="default" onClick={() => setAsked(true)}>
            Seal my part
          </Button>
        )}
        <span className={classes.state}>
          {draft.state === 'saved' ? (version > 0 && 'Your draft is kept.') || '' : 'Not saved yet'}
        </span>
      </div>
      {asked && missing.length > 0 && <Refused>Still missing: {missing.join(', ')}.</Refused>}
      {seal.refusal && <Refused>{seal.refusal.message}</Refused>}
    </div>
  );
}
