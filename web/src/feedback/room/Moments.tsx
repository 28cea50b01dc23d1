import { Button } from '@mantine/core';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { LockIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { MomentFragment, ShareMoment } from './liveWrites.ts';
import classes from './Moments.module.css';
import { momentName } from './momentWords.ts';

export const MomentsFragment = graphql(`
  fragment MomentsOfRoom on Meeting {
    id
    moments {
      id
      ...MomentOfRoom
    }
  }
`);

interface MomentsProps {
  meeting: FragmentType<typeof MomentsFragment>;
  flash: Flash;
}

/** What was worth keeping, newest first. */
export function Moments({ meeting: ref, flash }: MomentsProps) {
  const { moments } = readFragment(MomentsFragment, ref);
  if (moments.length === 0) {
    return <p className={classes.quiet}>When something is said that should stay, keep it with one tap.</p>;
  }
  return (
    <ul className={classes.list}>
      {moments.map((moment) => (
        <MomentRow key={moment.id} moment={moment} flash={flash} />
      ))}
    </ul>
  );
}

interface MomentRowProps {
  moment: FragmentType<typeof MomentFragment>;
  flash: Flash;
}

function MomentRow({ moment: ref, flash }: MomentRowProps) {
  const { id: momentId, kind, words, audience, version, author } = readFragment(MomentFragment, ref);
  const share = useWrite(ShareMoment);
  const mine = audience === 'MINE';
  return (
    <li className={classes.moment} data-tone={author.isViewer ? 'mine' : 'theirs'} {...flash.of(momentId)}>
      <span className={classes.kind}>
        {momentName[kind]}
        <span className={classes.by}>{author.isViewer ? 'you' : calledName(author.name)}</span>
        {mine && (
          <span className={classes.by}>
            <LockIcon size={14} /> only you
          </span>
        )}
      </span>
      {words && <p className={classes.words}>{words}</p>}
      {mine && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => share.send({ input: { momentId, version, audience: 'SHARED' } })}
        >
          Share it
        </Button>
      )}
      {share.refusal && <Refused>{share.refusal.message}</Refused>}
    </li>
  );
}
