import { Text } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import classes from './InvitationLetter.module.css';
import { invitedAs } from './words.ts';

export const InvitationLetterFragment = graphql(`
  fragment InvitationLetter on Invitation {
    id
    inviterName
    inviteeSide
    words
    expiresAt
  }
`);

/** Who invites, as what, and in which words. */
export function InvitationLetter(props: { invitation: FragmentType<typeof InvitationLetterFragment> }) {
  const { inviterName, inviteeSide, words, expiresAt } = readFragment(
    InvitationLetterFragment,
    props.invitation,
  );
  return (
    <>
      <Text>
        <strong>{inviterName}</strong> would like you to be their {invitedAs[inviteeSide]}.
      </Text>
      {words !== '' && <blockquote className={classes.words}>{words}</blockquote>}
      <Text className={classes.until}>
        It waits for your answer and runs out <RelativeTime at={expiresAt} />.
      </Text>
    </>
  );
}
