import { serverNow, useEvery } from '../../meetings/room/clock.ts';
import { type Presence, useOtherHere } from '../../meetings/room/presence.ts';
import { TalkFragment } from '../../meetings/room/talkWrites.ts';
import { calledName } from '../../people/calledName.ts';
import { useOnline } from '../../platform/ApiProvider.tsx';
import type { Doing } from '../../platform/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { PulseFragment } from './liveWrites.ts';
import { PulseMark, pulseName } from './pulses.tsx';
import classes from './Together.module.css';

export const TogetherFragment = graphql(`
  fragment Together on Meeting {
    id
    ...Talk
    pulses {
      id
      ...PulseOfRoom
    }
    mentorship {
      id
      mySide
      other {
        id
        name
        initials
      }
    }
  }
`);

const doingWords: Record<Doing, string> = {
  READING: 'is here',
  TALKING: 'is talking',
  WRITING_AGENDA: 'is writing on the agenda',
  WRITING_NOTES: 'is writing in the notes',
  WRITING_EXCHANGE: 'is writing for the exchange',
};

/** A pulse is news for that long, in milliseconds. */
const newsFor = 60_000;

interface TogetherProps {
  meeting: FragmentType<typeof TogetherFragment> & FragmentType<typeof TalkFragment>;
  presence: Presence;
  flash: Flash;
}

/** The other one: here or not, what they do, and what they told me last. Its height never changes. */
export function Together({ meeting: ref, presence, flash }: TogetherProps) {
  const { mentorship, pulses } = readFragment(TogetherFragment, ref);
  const { talking } = readFragment(TalkFragment, ref);
  const doing = useOtherHere(presence);
  const online = useOnline();
  useEvery(5000);

  const { other, mySide } = mentorship;
  const talks = talking && !talking.person.isViewer;
  const away = online ? 'is not in the room' : 'cannot be seen while you are offline';
  const words = doing === undefined ? away : doingWords[talks ? 'TALKING' : doing];
  const last = pulses
    .map((one) => readFragment(PulseFragment, one))
    .find(({ author, at }) => !author.isViewer && serverNow() - Date.parse(at) < newsFor);

  return (
    <div className={classes.together}>
      <Avatar initials={other.initials} size={44} here={doing !== undefined} />
      <div className={classes.words}>
        <span className={classes.name}>
          {calledName(other.name)}
          <span className={classes.side}>{mySide === 'MENTOR' ? 'mentee' : 'mentor'}</span>
        </span>
        <span className={classes.doing} data-here={doing !== undefined || undefined}>
          {words}
        </span>
      </div>
      {last && (
        <span key={last.id} data-testid="told" className={classes.told} {...flash.of(last.id)}>
          <PulseMark kind={last.kind} size={22} />
          {pulseName[last.kind]}
        </span>
      )}
    </div>
  );
}
