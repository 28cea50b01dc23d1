-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- At most one open invitation of a person to an address, whatever arrives at once.
CREATE UNIQUE INDEX invitation_one_open_per_address ON invitation (inviter_id, email) WHERE state = 'SENT';

-- 1. A pair is a pair whoever of the two is the mentor.
DROP INDEX mentorship_one_open_per_pair;
CREATE UNIQUE INDEX mentorship_one_open_per_pair
  ON mentorship (programme_id, least(mentor_id, mentee_id), greatest(mentor_id, mentee_id))
  WHERE state NOT IN ('CLOSED', 'IN_TOUCH');

-- Milestones change places in one statement, so their order is checked when it is done and not row by row.
DROP INDEX milestone_goal_id_position_key;
ALTER TABLE milestone ADD CONSTRAINT milestone_goal_id_position_key UNIQUE (goal_id, position) DEFERRABLE;
ALTER TABLE milestone ADD CONSTRAINT milestone_from_first_place CHECK (position >= 0);
